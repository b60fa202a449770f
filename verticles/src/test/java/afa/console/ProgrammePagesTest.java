package afa.console;

import static afa.console.ConsoleStage.LOOKERS_PASSWORD;
import static afa.console.ConsoleStage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.BusFailure;
import afa.message.EditTalk;
import afa.message.Happened;
import afa.message.PostName;
import afa.schedule.Person;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Schedule, posts and reports in the console, as a browser sees them. */
@ExtendWith(VertxExtension.class)
class ProgrammePagesTest {
  private static final String BASE = "/console/events/" + PlayedTalks.EVENT;
  private static final String TALK = BASE + "/schedule/grids";

  private final PlayedTalks talks = new PlayedTalks();
  private ConsoleStage stage;
  private Visitor admin;
  private Visitor looker;

  @BeforeEach
  void open(Vertx vertx) throws Exception {
    stage = new ConsoleStage(vertx);
    int port = stage.console("a");
    talks.serve(vertx);
    admin = new Visitor(port);
    admin.login("admin", PASSWORD);
    looker = new Visitor(port);
    looker.login("ada", LOOKERS_PASSWORD);
  }

  @Test
  void whoHasNotLoggedInIsSentToDoSo() throws Exception {
    Visitor stranger = new Visitor(stage.console("b"));
    HttpResponse<String> answer = stranger.get(BASE + "/schedule");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("/console/login");
    assertThat(stranger.post(TALK, "title=x").statusCode()).isEqualTo(401);
    assertThat(talks.edits).isEmpty();
  }

  @Test
  void theScheduleSaysWhatEachTalkIsAndWhatWasImported() throws Exception {
    String page = admin.get(BASE + "/schedule").body();
    assertThat(page)
        .contains("Saturday 23 May 2026", "23:00–10:00", "Grids &lt;b&gt;", "Edited: Room")
        .contains("Dropped from the schedule", "Cancelled")
        .contains("“Grids” moved to the Dome", "2 changes", "and more", "line 7: no end");
    assertThat(admin.get("/console/events").body()).contains("An Event Apart", BASE + "/posts");
    assertThat(admin.get("/console/events/none/schedule").statusCode()).isEqualTo(404);
  }

  @Test
  void onlyWhatWasTouchedIsSet() throws Exception {
    Map<String, String> form = form();
    form.put("room", "Dome");
    form.put("start", "2026-05-24T08:15");
    form.put("speakers", "Ann Gray x:anngray\r\nBo Lind mastodon:@bo@front.example");
    HttpResponse<String> saved = send(admin, TALK, form);
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(saved.headers().firstValue("location"))
        .hasValue(BASE + "/schedule?saved=grids&placed=2");
    EditTalk edit = talks.edits.get(0);
    assertThat(edit.who()).isEqualTo("admin");
    assertThat(edit.seen()).isEqualTo(PlayedTalks.SEEN);
    assertThat(edit.fields().room()).isEqualTo("Dome");
    assertThat(edit.fields().start()).isEqualTo(Instant.parse("2026-05-24T15:15:00Z"));
    assertThat(edit.fields().title()).isNull();
    assertThat(edit.fields().end()).isNull();
    assertThat(edit.fields().cancelled()).isNull();
    List<Person> speakers = Objects.requireNonNull(edit.fields().speakers());
    assertThat(speakers).hasSize(2);
    assertThat(speakers.get(0).id()).isEqualTo("ann");
    assertThat(speakers.get(1).handles().get(0).name()).isEqualTo("bo@front.example");
    expectTold("talk", "room “Dome”");
    assertThat(admin.get(BASE + "/schedule?saved=grids&placed=2").body())
        .contains("is saved. 2 posts were placed anew");
  }

  @Test
  void allThatIsWrongIsNamedAtOnceAndWhatWasTypedStays() throws Exception {
    Map<String, String> form = form();
    form.put("title", " ");
    form.put("start", "soon");
    form.put("speakers", "Ann Gray myspace:ann");
    form.put("hashtags", "#fine b@d");
    form.put("room", "Dome & more");
    HttpResponse<String> again = send(admin, TALK, form);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body())
        .contains("for 4 reasons", "Title: a talk needs one.", "“soon” is no date")
        .contains("“myspace:ann” names no network", "“b@d” is none")
        .contains("value=\"Dome &amp; more\"", "value=\"soon\"", "Ann Gray myspace:ann");
    assertThat(talks.edits).isEmpty();
  }

  @Test
  void aTimeThatTheVenueNeverHasAndAnEndBeforeTheBeginningAreRefused() throws Exception {
    Map<String, String> form = form();
    form.put("start", "2026-03-08T02:30");
    assertThat(send(admin, TALK, form).body()).contains("go forward over 2026-03-08T02:30");
    form.put("start", "2026-05-24T09:00");
    form.put("end", "2026-05-24T08:00");
    assertThat(send(admin, TALK, form).body()).contains("before it begins at Sun 24 May, 09:00");
  }

  @Test
  void aTalkThatChangedMeanwhileIsNotOverwritten() throws Exception {
    Map<String, String> form = form();
    form.put("room", "Dome");
    Instant later = PlayedTalks.SEEN.plusSeconds(60);
    talks.talk =
        PlayedTalks.read(PlayedTalks.grids("Pit", "2026-05-24T16:00:00Z"), List.of(), later);
    HttpResponse<String> conflict = send(admin, TALK, form);
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(talks.edits).isEmpty();
    assertThat(conflict.body())
        .contains("<th scope=\"row\">Room</th><td>Hall</td><td>Pit</td><td>Dome</td>")
        .contains(
            "<th scope=\"row\">Start</th><td>2026-05-24 08:00</td><td>2026-05-24 09:00</td><td></td>")
        .contains("by the schedule");
    Map<String, String> again = fields(conflict.body());
    assertThat(again).containsEntry("room", "Dome").containsEntry("start", "2026-05-24T09:00");
    assertThat(send(admin, TALK, again).statusCode()).isEqualTo(303);
    assertThat(talks.edits.get(0).fields().room()).isEqualTo("Dome");
    assertThat(talks.edits.get(0).fields().start()).isNull();
  }

  @Test
  void whileTheArchiveIsAwayWhatWasTypedStays() throws Exception {
    Map<String, String> form = form();
    form.put("room", "Dome");
    talks.away = new BusFailure(BusFailure.Kind.UNAVAILABLE, "PostgreSQL is away");
    HttpResponse<String> answer = send(admin, TALK, form);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("PostgreSQL is away").contains("<!doctype html>");
  }

  @Test
  void withoutTokenOrRightNothingIsDone() throws Exception {
    Map<String, String> form = form();
    form.put("csrf", "wrong");
    assertThat(send(admin, TALK, form).statusCode()).isEqualTo(403);
    String page = looker.get(TALK).body();
    assertThat(page).contains("fieldset disabled", "You may look").doesNotContain(">Save<");
    for (String path : List.of("/schedule/grids", "/posts", "/reports", "/corrections/x/undo")) {
      String body = "csrf=" + looker.token(BASE + "/posts") + "&post=x:1&to=grids&talk=grids";
      HttpResponse<String> refused = looker.post(BASE + path, body);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("ada may only look");
    }
    assertThat(talks.edits).isEmpty();
    assertThat(talks.moves).isEmpty();
    assertThat(talks.made).isEmpty();
    assertThat(talks.undone).isEmpty();
  }

  @Test
  void postsAreShownWithTheReasonsForTheirPlaces() throws Exception {
    String page = admin.get(BASE + "/posts?talk=grids").body();
    assertThat(page)
        .contains("&lt;i&gt;Well&lt;/i&gt;", "82\u00a0% sure", "+1.50", "was said while it was on")
        .contains("value=\"x:at://2\"", "/posts?talk=grids&amp;before=7")
        .contains("12 posts to “Grids &lt;b&gt;”")
        .contains("taken back by kit, ");
    assertThat(talks.asked.get(0).talk()).isEqualTo("grids");
    assertThat(looker.get(BASE + "/posts").body()).doesNotContain("Move the selected", "Take back");
  }

  @Test
  void manyPostsAreMovedAtOnceAndThatIsTakenBack() throws Exception {
    String csrf = "csrf=" + admin.token(BASE + "/posts") + "&talk=type&before=9";
    HttpResponse<String> wrong =
        admin.post(BASE + "/posts", csrf + "&post=x:1&to=hallway&to=grids");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("in talks or in the hallway, not both", "value=\"x:1\" checked");
    assertThat(admin.post(BASE + "/posts", csrf).body()).contains("for 2 reasons");
    HttpResponse<String> moved =
        admin.post(BASE + "/posts", csrf + "&post=x:1&post=x:at%3A%2F%2F2&to=grids&to=");
    assertThat(moved.headers().firstValue("location"))
        .hasValue(BASE + "/posts?talk=type&before=9&moved=2&others=1");
    assertThat(talks.moves.get(0).posts())
        .containsExactly(new PostName("x", "1"), new PostName("x", "at://2"));
    assertThat(talks.moves.get(0).talks()).containsExactly("grids");
    assertThat(talks.moves.get(0).who()).isEqualTo("admin");
    expectTold("move", "2 posts of aea2026 to “Grids <b>”");
    admin.post(BASE + "/posts", csrf + "&post=x:1&to=hallway");
    assertThat(talks.moves.get(1).talks()).isEmpty();
    admin.post(BASE + "/corrections/" + PlayedTalks.CORRECTION + "/undo", csrf);
    assertThat(talks.undone.get(0).correction()).isEqualTo(PlayedTalks.CORRECTION);
    expectTold("undo", "Posts placed anew: 3");
  }

  @Test
  void theAddressOfAReportIsShownOnceAndRevoked() throws Exception {
    String csrf = "csrf=" + admin.token(BASE + "/reports");
    assertThat(admin.post(BASE + "/reports", csrf + "&talk=").statusCode()).isEqualTo(422);
    HttpResponse<String> made = admin.post(BASE + "/reports", csrf + "&talk=grids");
    assertThat(made.body()).contains("/reports/the-secret\"").contains("shown this once");
    assertThat(made.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(admin.get(BASE + "/reports").body()).doesNotContain("the-secret").contains("Revoke");
    admin.post(BASE + "/reports/r1/revoke", csrf);
    assertThat(talks.revoked.get(0).report()).isEqualTo("r1");
    expectTold("report", "Made a private report");
    expectTold("revoke", "Revoked a private report");
    assertThat(stage.happened).noneMatch(told -> told.sentence().contains("the-secret"));
  }

  @Test
  void whatWasMovedIsCountedOnce() throws Exception {
    assertThat(admin.get(BASE + "/posts?moved=2&others=0").body())
        .contains("2 posts were moved. <a")
        .doesNotContain("placed anew");
    assertThat(admin.get(BASE + "/posts?moved=1&others=2").body())
        .contains("1 post was moved; 2 others that go on from it were placed anew.");
  }

  @Test
  void anEventThatNobodyKeepsIsSpokenOfInPlainWords() throws Exception {
    talks.leave();
    HttpResponse<String> answer = admin.get(BASE + "/schedule");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .contains("no node keeps the talks of")
        .doesNotContain("No handlers", "nobody is there");
  }

  @Test
  void whatFailedIsToldToo() throws Exception {
    String csrf = "csrf=" + admin.token(BASE + "/posts");
    talks.away = new BusFailure(BusFailure.Kind.UNAVAILABLE, "not now");
    HttpResponse<String> answer =
        admin.post(BASE + "/corrections/" + PlayedTalks.CORRECTION + "/undo", csrf);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("<!doctype html>", "not now");
    await().until(() -> stage.happened.stream()
        .anyMatch(told -> told.kind().equals("undo") && told.bad()));
  }

  private void expectTold(String kind, String words) {
    await().untilAsserted(() -> assertThat(stage.happened)
        .filteredOn(told -> told.kind().equals(kind))
        .first()
        .returns("admin", Happened::who)
        .extracting(Happened::sentence)
        .asString()
        .contains(words, "127.0.0.1"));
  }

  private Map<String, String> form() throws Exception {
    return fields(admin.get(TALK).body());
  }

  /** The fields of the form of a talk, as a browser would send them. */
  private static Map<String, String> fields(String page) {
    String form = page.substring(page.indexOf("class=\"panel talk-form\""));
    Map<String, String> fields = new LinkedHashMap<>();
    java.util.regex.Matcher input = java.util.regex.Pattern.compile(
            "<input(?: type=\"hidden\"| id=\"\\w+\") name=\"([\\w-]+)\"(?: type=\"datetime-local\")?"
                + " value=\"([^\"]*)\"")
        .matcher(form);
    while (input.find()) fields.put(input.group(1), plain(input.group(2)));
    java.util.regex.Matcher area =
        java.util.regex.Pattern.compile("(?s)<textarea[^>]*>\n(.*?)</textarea>").matcher(form);
    if (area.find()) fields.put("speakers", plain(area.group(1)));
    return fields;
  }

  private static String plain(String html) {
    return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static HttpResponse<String> send(Visitor visitor, String path, Map<String, String> form)
      throws Exception {
    return visitor.post(
        path,
        form.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
  }
}
