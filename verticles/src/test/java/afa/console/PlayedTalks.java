package afa.console;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;

import afa.bus.BusFailure;
import afa.feed.EventInfo;
import afa.message.Addresses;
import afa.message.CorrectPlaces;
import afa.message.Corrected;
import afa.message.CorrectionsRead;
import afa.message.EditTalk;
import afa.message.EventList;
import afa.message.ImportsRead;
import afa.message.MakeReport;
import afa.message.PostName;
import afa.message.PostsRead;
import afa.message.ProgrammeRead;
import afa.message.ReadPosts;
import afa.message.ReportMade;
import afa.message.ReportRevoked;
import afa.message.ReportsRead;
import afa.message.RevokeReport;
import afa.message.TalkEdited;
import afa.message.TalkRead;
import afa.message.UndoCorrection;
import afa.schedule.Handle;
import afa.schedule.Person;
import afa.schedule.Talk;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An owner of talks that says what a test wants, and remembers what it was told. */
final class PlayedTalks {
  static final String EVENT = "aea2026";
  static final Instant SEEN = Instant.parse("2026-05-24T06:00:00Z");
  static final String CORRECTION = "0b0f3c1e-55a5-4f40-9d2f-6a4a0a6f0001";

  final List<EditTalk> edits = new CopyOnWriteArrayList<>();
  final List<CorrectPlaces> moves = new CopyOnWriteArrayList<>();
  final List<UndoCorrection> undone = new CopyOnWriteArrayList<>();
  final List<MakeReport> made = new CopyOnWriteArrayList<>();
  final List<RevokeReport> revoked = new CopyOnWriteArrayList<>();
  final List<ReadPosts> asked = new CopyOnWriteArrayList<>();
  volatile TalkRead talk = read(grids("Hall", "2026-05-24T15:00:00Z"), List.of(), SEEN);
  volatile @Nullable BusFailure away;
  private volatile @Nullable MessageConsumer<?> desk; // where the talks are told

  static Talk grids(String room, String start) {
    Talk plain = Talk.of("grids", "Grids", room, Instant.parse(start), Duration.ofMinutes(45));
    Person ann = new Person("ann", "Ann Gray", List.of(new Handle("x", "anngray")), List.of());
    return new Talk(
        plain.id(),
        plain.keys(),
        plain.title(),
        plain.start(),
        plain.end(),
        plain.room(),
        plain.track(),
        plain.type(),
        plain.language(),
        List.of(ann),
        plain.summary(),
        plain.url(),
        List.of("grids"),
        plain.cancelled());
  }

  static TalkRead read(Talk talk, List<String> edited, Instant changedAt) {
    return new TalkRead(talk, talk, edited, false, changedAt, "the schedule");
  }

  /** As the owner answers, on the bus. */
  void serve(Vertx vertx) throws Exception {
    var bus = vertx.eventBus();
    EventInfo info = new EventInfo(
        EVENT,
        "An Event Apart",
        "America/Los_Angeles",
        LocalDateTime.parse("2026-05-24T08:00"),
        LocalDateTime.parse("2026-05-25T18:00"),
        "schedule.csv");
    Future.all(List.of(
            Addresses.EVENTS.serve(
                bus, any -> Future.succeededFuture(new EventList(List.of(info)))),
            Addresses.programme(EVENT)
                .serve(bus, any -> answer(programme()))
                .onSuccess(served -> desk = served),
            Addresses.imports(EVENT).serve(bus, any -> answer(imports())),
            Addresses.readTalk(EVENT).serve(bus, wanted -> answer(talk)),
            Addresses.editTalk(EVENT).serve(bus, this::edit),
            Addresses.posts(EVENT).serve(bus, this::posts),
            Addresses.correctPlaces(EVENT).serve(bus, wish -> {
              moves.add(wish);
              return answer(new Corrected(CORRECTION, wish.posts().size() + 1));
            }),
            Addresses.undoCorrection(EVENT).serve(bus, wish -> {
              undone.add(wish);
              return answer(new Corrected(wish.correction(), 3));
            }),
            Addresses.corrections(EVENT).serve(bus, any -> answer(corrections())),
            Addresses.makeReport(EVENT).serve(bus, wish -> {
              made.add(wish);
              return answer(new ReportMade("r1", "the-secret"));
            }),
            Addresses.reports(EVENT)
                .serve(
                    bus,
                    any -> answer(new ReportsRead(
                        List.of(new ReportsRead.Told("r1", "grids", SEEN, "ada", false))))),
            Addresses.revokeReport(EVENT).serve(bus, wish -> {
              revoked.add(wish);
              return answer(new ReportRevoked(wish.report(), "grids"));
            })))
        .await(30, SECONDS);
  }

  /** Nobody tells the talks any more. */
  void leave() throws Exception {
    requireNonNull(desk).unregister().await(30, SECONDS);
  }

  private <T> Future<T> answer(T told) {
    BusFailure failure = away;
    return failure == null ? Future.succeededFuture(told) : Future.failedFuture(failure);
  }

  private Future<TalkEdited> edit(EditTalk wish) {
    edits.add(wish);
    String refusal = wish.seen().isBefore(talk.changedAt()) ? "It was changed." : null;
    return answer(new TalkEdited(refusal, talk.changedAt(), 2));
  }

  private static ProgrammeRead programme() {
    Instant ten = Instant.parse("2026-05-24T17:00:00Z");
    return new ProgrammeRead(List.of(
        new ProgrammeRead.Line(
            "grids",
            "Grids <b>",
            SEEN,
            ten,
            "Hall",
            List.of("Ann"),
            false,
            List.of("room"),
            false,
            "ada"),
        new ProgrammeRead.Line(
            "type", "Type", ten, ten, "", List.of(), true, List.of(), true, "the schedule")));
  }

  private static ImportsRead imports() {
    return new ImportsRead(
        List.of(new ImportsRead.Told(
            SEEN,
            "schedule.csv",
            List.of("“Grids” moved to the Dome"),
            1,
            List.of("line 7: no end"),
            0)),
        null);
  }

  private Future<PostsRead> posts(ReadPosts request) {
    asked.add(request);
    PostsRead.Why why = new PostsRead.Why("time", "was said while it was on", 1.5);
    PostsRead.Place place = new PostsRead.Place("grids", 0.82, false, List.of(why));
    return answer(
        new PostsRead(List.of(post("1", place), post("at://2", place)), request.before() == 0, 0));
  }

  private static PostsRead.Told post(String id, PostsRead.Place place) {
    return new PostsRead.Told(
        new PostName("x", id), 7, "Kit", "kit", "<i>Well</i>", null, SEEN, List.of(place));
  }

  private static CorrectionsRead corrections() {
    return new CorrectionsRead(List.of(
        new CorrectionsRead.Told(
            CORRECTION, SEEN, "ada", 12, List.of(), List.of("grids"), null, null),
        new CorrectionsRead.Told("c0", SEEN, "ada", 3, List.of(), List.of("grids"), SEEN, "kit")));
  }
}
