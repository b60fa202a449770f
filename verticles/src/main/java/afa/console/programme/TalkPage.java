package afa.console.programme;

import afa.bus.BusFailure;
import afa.message.Addresses;
import afa.message.EditTalk;
import afa.message.ReadTalk;
import afa.message.TalkEdited;
import afa.message.TalkRead;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The form of a talk: shown, and stored unless the talk has changed since it was shown. */
final class TalkPage {
  private static final String KIND = "talk";

  /** A field on a page. */
  record Shown(String key, String label, String value, boolean edited, String imported) {}

  /** A field that has become something else while somebody had the form open. */
  record Moved(String label, String was, String now, String typed) {}

  void show(Visit visit) {
    read(visit)
        .onSuccess(talk -> {
          TalkForm form = TalkForm.of(talk.talk(), visit.clock());
          render(visit, 200, talk, form, List.of(), List.of(), List.of());
        })
        .onFailure(visit.request()::fail);
  }

  private static Future<TalkRead> read(Visit visit) {
    return visit.call(
        Addresses.readTalk(visit.event()), new ReadTalk(visit.event(), visit.part("talk")));
  }

  void save(Visit visit) {
    SentTalk sent = SentTalk.of(visit);
    read(visit).onSuccess(talk -> save(visit, talk, sent)).onFailure(visit.request()::fail);
  }

  private void save(Visit visit, TalkRead talk, SentTalk sent) {
    TalkChange change = TalkChange.of(talk.talk(), sent.typed(), sent.touched(), visit.clock());
    List<String> problems = new ArrayList<>(change.problems());
    boolean isNothing = sent.touched().isEmpty() && sent.released().isEmpty();
    if (isNothing) problems.add("Nothing is different from what is there.");
    if (!talk.changedAt().equals(sent.seen())) {
      conflict(visit, talk, sent, isNothing ? List.of() : problems);
    } else if (!problems.isEmpty()) {
      again(visit, 422, talk, sent, problems);
    } else {
      store(visit, talk, sent, change.fields());
    }
  }

  private void store(Visit visit, TalkRead talk, SentTalk sent, EditTalk.Fields fields) {
    String id = talk.talk().id();
    visit
        .call(
            Addresses.editTalk(visit.event()),
            new EditTalk(visit.event(), id, fields, sent.released(), sent.seen(), visit.who()))
        .onSuccess(edited -> stored(visit, talk, sent, edited))
        .onFailure(failure -> {
          tellFailed(visit, talk, failure);
          again(visit, status(failure), talk, sent, List.of("Not saved: " + failure.getMessage()));
        });
  }

  private static int status(Throwable failure) {
    boolean isWeather =
        failure instanceof BusFailure bus && bus.kind() == BusFailure.Kind.UNAVAILABLE;
    return isWeather ? 503 : 422;
  }

  private static void tellFailed(Visit visit, TalkRead talk, Throwable failure) {
    String wanted = "A change of “" + talk.talk().title() + "” of " + visit.event();
    visit
        .office()
        .tell(visit.request(), KIND, true, wanted + " failed: " + failure.getMessage() + ".");
  }

  private void stored(Visit visit, TalkRead talk, SentTalk sent, TalkEdited edited) {
    String refusal = edited.refusal();
    if (refusal != null) {
      refused(visit, sent, refusal);
      return;
    }
    visit.tell(
        KIND,
        "Changed “" + talk.talk().title() + "” of " + visit.event() + ": " + sent.sentence()
            + ". Posts placed anew: " + edited.placed() + ".");
    visit.go("/schedule?saved=" + talk.talk().id() + "&placed=" + edited.placed());
  }

  /** It has become something else in this very moment, or the owner found something wrong. */
  private void refused(Visit visit, SentTalk sent, String refusal) {
    read(visit)
        .onSuccess(now -> {
          if (now.changedAt().equals(sent.seen())) again(visit, 422, now, sent, List.of(refusal));
          else conflict(visit, now, sent, List.of());
        })
        .onFailure(visit.request()::fail);
  }

  private void again(Visit visit, int status, TalkRead talk, SentTalk sent, List<String> problems) {
    TalkForm now = TalkForm.of(talk.talk(), visit.clock());
    TalkForm form = now.with(sent.touched(), sent.typed());
    render(visit, status, talk, form, problems, List.of(), sent.released());
  }

  /** What was typed stays; what was not touched becomes what it is now. */
  private void conflict(Visit visit, TalkRead talk, SentTalk sent, List<String> problems) {
    TalkForm now = TalkForm.of(talk.talk(), visit.clock());
    Set<Field> touched = sent.touched();
    List<Moved> moved = new ArrayList<>();
    Set<Field> different = now.differing(sent.was());
    different.addAll(touched);
    for (Field field : different) {
      String typed = touched.contains(field) ? sent.typed().shown(field) : "";
      moved.add(new Moved(field.label, sent.was().shown(field), now.shown(field), typed));
    }
    render(visit, 409, talk, now.with(touched, sent.typed()), problems, moved, sent.released());
  }

  private static void render(
      Visit visit,
      int status,
      TalkRead talk,
      TalkForm form,
      List<String> problems,
      List<Moved> moved,
      List<String> released) {
    TalkForm now = TalkForm.of(talk.talk(), visit.clock());
    TalkForm imported = TalkForm.of(talk.imported(), visit.clock());
    Map<String, Shown> fields = Arrays.stream(Field.values())
        .collect(Collectors.toMap(
            field -> field.key,
            field -> new Shown(
                field.key,
                field.label,
                form.get(field),
                talk.edited().contains(field.column),
                imported.shown(field))));
    visit.show(
        status,
        "console-talk",
        "schedule",
        Map.of(
            "talk",
            talk.talk(),
            "dropped",
            talk.dropped(),
            "changed",
            visit.clock().shortly(talk.changedAt()) + " by " + talk.changedBy(),
            "seen",
            talk.changedAt().toString(),
            "fields",
            fields,
            "was",
            now.byKey(),
            "isConflict",
            status == 409,
            "moved",
            moved,
            "problems",
            problems,
            "released",
            Field.labels(released)));
  }
}
