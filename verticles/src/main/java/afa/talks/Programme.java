package afa.talks;

import afa.bus.BusFailure;
import afa.message.EditTalk;
import afa.message.TalkEdited;
import afa.schedule.Schedule;
import afa.schedule.Talk;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The talks of an event in memory and in the tables: what the schedule tells and what people set.
 * While PostgreSQL is away imports go on in memory and are written later; edits wait for it.
 */
final class Programme {
  private static final Logger log = LoggerFactory.getLogger(Programme.class);

  /** Changes that are written to the node's log one by one. */
  private static final int TOLD = 20;

  private final String event;
  private final Term term;
  private final TalkTable talks;
  private final ImportTable imports;
  private final Supplier<Instant> clock;
  private final Doubts doubts;
  private final Map<String, KnownTalk> unsaved = new LinkedHashMap<>(); // by id
  private final List<ImportTable.Line> untold = new ArrayList<>();
  private KnownTalks known;
  private boolean loaded;
  private String digest = ""; // of the version that was imported last
  private @Nullable Schedule lastRead;
  private String source = "";

  Programme(String event, ZoneId zone, Term term, TalkDatabase database, Supplier<Instant> clock) {
    this.event = event;
    this.term = term;
    this.talks = new TalkTable(database, event);
    this.imports = new ImportTable(database, event);
    this.clock = clock;
    this.doubts = new Doubts(event);
    this.known = KnownTalks.none(zone);
  }

  KnownTalks known() {
    return known;
  }

  ImportTable imports() {
    return imports;
  }

  /** Why the newest schedule is not in use; empty where it is. */
  Optional<String> doubt() {
    return doubts.sentence();
  }

  boolean isLoaded() {
    return loaded;
  }

  /** Whether rows of other tables may name all talks. */
  boolean isSaved() {
    return loaded && unsaved.isEmpty();
  }

  /** Reads what earlier owners left; what was imported before that is compared with it again. */
  Future<Void> load() {
    if (loaded) return Future.succeededFuture();
    return term.claim()
        .compose(claimed -> talks.read(known.zone()))
        .compose(kept -> imports.digest().map(last -> {
          known = kept;
          digest = last;
          loaded = true;
          if (lastRead != null) take(lastRead, source);
          return null;
        }));
  }

  /**
   * Imports a version of the schedule, unless it is doubted.
   *
   * @param address where it was read
   */
  void take(Schedule read, String address) {
    lastRead = read;
    source = address;
    Instant now = clock.get();
    Import result = Import.of(known, read, now);
    if (doubts.about(result, read, known)) return;
    String version = Digest.of(read);
    if (result.touched().isEmpty() && version.equals(digest)) return;
    known = result.after();
    digest = version;
    result.sentences().stream()
        .limit(TOLD)
        .forEach(change -> log.info("Schedule of {}: {}", event, change));
    if (!loaded) return; // what is written is found once it is known what is there
    result.touched().forEach(talk -> unsaved.put(talk.talk().id(), talk));
    untold.add(new ImportTable.Line(now, address, version, result.sentences(), warnings(read)));
  }

  private static List<String> warnings(Schedule read) {
    return read.warnings().stream().map(warning -> warning.sentence()).toList();
  }

  /** Writes what was imported since; nothing is lost when it fails. */
  Future<Void> save() {
    if (unsaved.isEmpty() && untold.isEmpty()) return Future.succeededFuture();
    Map<String, KnownTalk> rows = new LinkedHashMap<>(unsaved);
    List<ImportTable.Line> lines = List.copyOf(untold);
    return term.write(connection -> talks
            .write(connection, rows.values())
            .compose(written -> imports.write(connection, lines)))
        .onSuccess(written -> {
          rows.forEach(unsaved::remove);
          untold.removeAll(lines);
        });
  }

  /** Sets what a person wants, unless the talk is not what that person saw. */
  Future<TalkEdited> edit(EditTalk wish) {
    KnownTalk old = known.talk(wish.talk()).orElse(null);
    if (old == null) {
      return Future.failedFuture(
          new BusFailure(BusFailure.Kind.NOT_FOUND, "no talk " + wish.talk() + " in " + event));
    }
    Edit edit = Edit.of(old, wish, known.zone(), clock.get());
    KnownTalk next = edit.after();
    if (next == null) {
      return Future.succeededFuture(new TalkEdited(edit.refusal(), old.changedAt(), 0));
    }
    return term.write(connection -> talks.write(connection, List.of(next))).map(written -> {
      known = known.with(List.of(next));
      unsaved.remove(wish.talk()); // the row holds the import, too
      return new TalkEdited(null, next.changedAt(), 0);
    });
  }

  /** The programme as it is to be shown. */
  List<Talk> shown() {
    return known.shown();
  }
}
