package afa.console.programme;

import afa.message.Addresses;
import afa.message.CorrectPlaces;
import afa.message.CorrectionsRead;
import afa.message.PostsRead;
import afa.message.ReadCorrections;
import afa.message.ReadPosts;
import afa.message.UndoCorrection;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Posts with where they are and why; some of them moved, and what was moved taken back. */
final class PostsPage {
  private static final int CORRECTIONS = 20;

  /** A correction on the page. */
  record Corrected(
      String id,
      String at,
      String who,
      int count,
      String where,
      String takenBack,
      boolean isUndone) {
    static Corrected of(CorrectionsRead.Told told, TalkNames names, VenueClock clock) {
      var undoneAt = told.undoneAt();
      return new Corrected(
          told.correction(),
          clock.shortly(told.at()),
          told.who(),
          told.count(),
          names.titles(told.talks()),
          undoneAt == null ? "" : told.undoneBy() + ", " + clock.shortly(undoneAt),
          undoneAt != null);
    }
  }

  /** Which posts are shown. */
  private record Window(String talk, long before) {
    static Window of(String talk, String before) {
      return new Window(talk, Numbers.of(before));
    }

    String path(String more) {
      return "/posts?talk=" + URLEncoder.encode(talk, StandardCharsets.UTF_8) + "&before=" + before
          + more;
    }
  }

  void show(Visit visit) {
    Window window = Window.of(visit.asked("talk"), visit.asked("before"));
    show(visit, 200, window, MoveForm.EMPTY, List.of());
  }

  void move(Visit visit) {
    MoveForm form = MoveForm.sent(visit);
    Window window = Window.of(visit.field("talk"), visit.field("before"));
    List<String> problems = form.problems();
    if (!problems.isEmpty()) {
      show(visit, 422, window, form, problems);
      return;
    }
    TalkNames.read(visit)
        .onSuccess(names -> move(visit, form, window, names.titles(form.talks())))
        .onFailure(visit.request()::fail);
  }

  private static void move(Visit visit, MoveForm form, Window window, String where) {
    int count = form.posts().size();
    String deed =
        count + (count == 1 ? " post of " : " posts of ") + visit.event() + " to " + where;
    visit
        .call(
            Addresses.correctPlaces(visit.event()),
            new CorrectPlaces(visit.event(), form.names(), form.talks(), visit.who()))
        .onSuccess(done -> {
          int others = Math.max(0, done.placed() - count); // that go on from them
          visit.tell("move", "Moved " + deed + ". Others placed anew: " + others + ".");
          visit.go(window.path("&moved=" + count + "&others=" + others));
        })
        .onFailure(failure -> visit.failed("move", "Moving " + deed, failure));
  }

  void undo(Visit visit) {
    String correction = visit.part("correction");
    String deed = "a correction of " + visit.event();
    visit
        .call(
            Addresses.undoCorrection(visit.event()),
            new UndoCorrection(visit.event(), correction, visit.who()))
        .onSuccess(done -> {
          visit.tell("undo", "Took back " + deed + ". Posts placed anew: " + done.placed() + ".");
          visit.go("/posts?undone=1&placed=" + done.placed());
        })
        .onFailure(failure -> visit.failed("undo", "Taking back " + deed, failure));
  }

  private void show(Visit visit, int status, Window window, MoveForm form, List<String> problems) {
    String event = visit.event();
    String talk = window.talk().isEmpty() ? null : window.talk();
    Future<PostsRead> posts = visit.call(
        Addresses.posts(event), new ReadPosts(event, talk, window.before(), ReadPosts.MAX_LIMIT));
    // Posts are in memory, corrections in PostgreSQL: while that is away, the rest is shown.
    Future<CorrectionsRead> corrections = visit
        .call(Addresses.corrections(event), new ReadCorrections(event, null, CORRECTIONS))
        .otherwise(new CorrectionsRead(List.of()));
    Future<TalkNames> names = TalkNames.read(visit);
    Future.all(posts, corrections, names)
        .onSuccess(all -> {
          Map<String, Object> model = model(visit, window, form, posts.result(), names.result());
          model.put(
              "corrections",
              corrections.result().corrections().stream()
                  .map(told -> Corrected.of(told, names.result(), visit.clock()))
                  .toList());
          model.put("problems", problems);
          visit.show(status, "console-posts", "posts", model);
        })
        .onFailure(visit.request()::fail);
  }

  private static Map<String, Object> model(
      Visit visit, Window window, MoveForm form, PostsRead read, TalkNames names) {
    List<PostsRead.Told> posts = read.posts();
    Map<String, Object> model = new HashMap<>();
    model.put(
        "posts",
        posts.stream()
            .map(told -> PostView.of(told, names, visit.clock(), form))
            .toList());
    model.put("names", names.groups());
    model.put("talk", window.talk());
    model.put("before", window.before());
    model.put("where", window.talk().isEmpty() ? "" : names.title(window.talk()));
    model.put("older", read.more() ? posts.get(posts.size() - 1).n() : 0L);
    model.put("unplaced", read.unplaced());
    model.put("to", form.to());
    model.put("first", form.at(0));
    model.put("second", form.at(1));
    for (String count : List.of("moved", "others", "placed", "undone")) {
      model.put(count, Numbers.of(visit.asked(count)));
    }
    return model;
  }
}
