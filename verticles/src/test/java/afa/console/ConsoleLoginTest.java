package afa.console;

import static afa.console.ConsoleStage.LOOKERS_PASSWORD;
import static afa.console.ConsoleStage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.message.Happened;
import afa.message.VerticleState;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who comes in, by real HTTP. */
@ExtendWith(VertxExtension.class)
class ConsoleLoginTest {
  private static final String NODES = "/console/api/nodes";
  private static final String RESTART = "/console/api/nodes/a/verticles/delivery/restart";

  private ConsoleStage stage;
  private Visitor visitor;
  private int port;

  @BeforeEach
  void open(Vertx vertx) throws Exception {
    stage = new ConsoleStage(vertx);
    port = stage.console("a");
    stage.node(
        Reports.node("a", Reports.verticle("delivery", VerticleState.RUNNING)),
        command -> ConsoleStage.done());
    stage.awaitNodes(port, 1);
    visitor = new Visitor(port);
  }

  @Test
  void whoIsNotLoggedInSeesTheLoginPageAndNothingElse() throws Exception {
    HttpResponse<String> page = visitor.get("/console");
    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("location")).contains("/console/login");
    HttpResponse<String> api = visitor.get(NODES);
    assertThat(api.statusCode()).isEqualTo(401);
    assertThat(api.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(api.headers().firstValue("cache-control")).contains("no-store");
    assertThat(api.headers().firstValue("www-authenticate")).isEmpty();
    assertThat(visitor.post(RESTART, "").statusCode()).isEqualTo(401);
    assertThat(visitor.get(RESTART).statusCode()).isIn(401, 405);
    assertThat(visitor.get("/console/api/stream").statusCode()).isEqualTo(401);
    assertThat(visitor.get("/console/api/nothing").statusCode()).isEqualTo(401);
    assertThat(stage.commanded).isEmpty();
  }

  @Test
  void aBrowserLogsInAndItsCookieIsForNobodyElse() throws Exception {
    HttpResponse<String> entered = visitor.login("admin", PASSWORD);
    assertThat(entered.statusCode()).isEqualTo(303);
    assertThat(entered.headers().firstValue("location")).contains("/console");
    assertThat(visitor.setCookies)
        .filteredOn(cookie -> cookie.startsWith("afa_console="))
        .singleElement()
        .asString()
        .contains("HTTPOnly", "SameSite=Strict", "Path=/console")
        .doesNotContain("Secure");
    HttpResponse<String> page = visitor.get("/console");
    assertThat(page.body()).contains("<main id=\"console\">", "content=\"operate\"", "console.js");
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http");
    assertThat(visitor.get(NODES).statusCode()).isEqualTo(200);
    assertThat(stage.happened).extracting("kind").contains("login");
  }

  @Test
  void theFilesThatThePageNamesAreThere() throws Exception {
    String page = visitor.get("/console/login").body();
    String icon = page.replaceAll("(?s).*href=\"([^\"]+/img/icon.svg)\".*", "$1");
    assertThat(visitor.get(icon).headers().firstValue("content-type")).contains("image/svg+xml");
    assertThat(visitor.get("/js/live.js").statusCode()).isEqualTo(200);
  }

  @Test
  void eachNodeTakesTheSessionOfTheOthersUntilItIsEnded() throws Exception {
    int other = stage.console("b");
    visitor.login("admin", PASSWORD);
    String old = visitor.cookies.get("afa_console");
    assertThat(visitor.at(other).get(NODES).statusCode()).isEqualTo(200);
    String token = visitor.token("/console");
    assertThat(visitor.post("/console/logout", "", "x-csrf-token", token).statusCode())
        .isEqualTo(303);
    assertThat(visitor.cookies).isEmpty();
    visitor.cookies.put("afa_console", old);
    await().until(() -> visitor.at(port).get(NODES).statusCode() == 401);
    await().until(() -> visitor.at(other).get(NODES).statusCode() == 401);
    int later = stage.console("c");
    assertThat(visitor.at(later).get(NODES).statusCode()).isEqualTo(401);
  }

  @Test
  void eachLoginHasASessionOfItsOwn() throws Exception {
    visitor.login("admin", PASSWORD);
    String first = visitor.cookies.get("afa_console");
    visitor.login("admin", PASSWORD);
    assertThat(visitor.cookies.get("afa_console")).isNotEqualTo(first);
  }

  @Test
  void withoutTheTokenOfThePageNothingIsDone() throws Exception {
    visitor.login("admin", PASSWORD);
    String token = visitor.token("/console");
    assertThat(visitor.post(RESTART, "").statusCode()).isEqualTo(403);
    assertThat(visitor.post(RESTART, "", "x-csrf-token", "x" + token).statusCode())
        .isEqualTo(403);
    assertThat(visitor.post("/console/logout", "").statusCode()).isEqualTo(403);
    assertThat(visitor.get(RESTART).statusCode()).isEqualTo(405);
    String[] foreign = {"x-csrf-token", token, "origin", "https://evil.example"};
    assertThat(visitor.post(RESTART, "", foreign).statusCode()).isEqualTo(403);
    assertThat(stage.commanded).isEmpty();
    String[] own = {"x-csrf-token", token, "origin", "http://127.0.0.1:" + port};
    assertThat(visitor.post(RESTART, "", own).statusCode()).isEqualTo(200);
    assertThat(visitor.post(RESTART, "", own).statusCode()).isEqualTo(200); // the same one again
    assertThat(stage.commanded).hasSize(2);
  }

  @Test
  void aLoginThatNoPageOfOursSentIsRefused() throws Exception {
    String form = "user=admin&password=right+horse";
    assertThat(visitor.post("/console/login", form).statusCode()).isEqualTo(403);
    String token = visitor.token("/console/login");
    assertThat(visitor.post("/console/login", form + "&csrf=" + token + "x").statusCode())
        .isEqualTo(403);
    assertThat(new Visitor(port).post("/console/login", form + "&csrf=" + token).statusCode())
        .isEqualTo(403);
    String large = form + "&csrf=" + token + "&more=" + "x".repeat(20_000);
    assertThat(visitor.post("/console/login", large).statusCode()).isEqualTo(413);
  }

  @Test
  void whoMayLookMayDoNothing() throws Exception {
    visitor.login("ada", LOOKERS_PASSWORD);
    assertThat(visitor.get(NODES).statusCode()).isEqualTo(200);
    String token = visitor.token("/console");
    assertThat(visitor.post(RESTART, "", "x-csrf-token", token).statusCode()).isEqualTo(403);
    assertThat(visitor.post(RESTART, "", Visitor.basic("ada", LOOKERS_PASSWORD)).statusCode())
        .isEqualTo(403);
    assertThat(stage.commanded).isEmpty();
    assertThat(visitor.post("/console/logout", "csrf=" + token).statusCode()).isEqualTo(303);
  }

  @Test
  void whatIsRefusedIsToldWithWhoAndWhyButNotWithoutEnd() throws Exception {
    assertThat(visitor.post(RESTART, "").statusCode()).isEqualTo(401);
    visitor.login("ada", LOOKERS_PASSWORD);
    String[] looker = {"x-csrf-token", visitor.token("/console")};
    assertThat(visitor.post(RESTART, "", looker).statusCode()).isEqualTo(403);
    await().until(() -> refusals().size() == 2);
    assertThat(refusals()).extracting(Happened::who).containsExactly("unknown", "ada");
    assertThat(refusals().get(1).sentence()).contains(RESTART, "127.0.0.1", "may only look");
    for (int i = 0; i < 50; i++) visitor.post(RESTART, "", looker);
    await().until(() -> refusals().size() == 20);
    visitor.post("/console/login", "user=admin&password=x");
    assertThat(refusals()).hasSize(20);
  }

  private List<Happened> refusals() {
    return stage.happened.stream().filter(told -> told.kind().equals("refused")).toList();
  }

  @Test
  void programsGiveTheirPasswordAndGetNoCookie() throws Exception {
    String[] admin = Visitor.basic("admin", PASSWORD);
    assertThat(visitor.post(RESTART, "", admin).statusCode()).isEqualTo(200);
    assertThat(visitor.get(NODES, admin).statusCode()).isEqualTo(200);
    assertThat(visitor.setCookies).isEmpty();
    String[] foreign = {admin[0], admin[1], "origin", "https://evil.example"};
    assertThat(visitor.get(NODES, foreign).statusCode()).isEqualTo(403);
    String[] crossSite = {admin[0], admin[1], "sec-fetch-site", "cross-site"};
    assertThat(visitor.post(RESTART, "", crossSite).statusCode()).isEqualTo(403);
    HttpResponse<String> wrong = visitor.get(NODES, Visitor.basic("admin", "wrong"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.headers().firstValue("www-authenticate").orElseThrow()).startsWith("Basic");
    assertThat(visitor.get(NODES, "authorization", "Bearer x").statusCode()).isEqualTo(401);
    assertThat(visitor.get(NODES, "authorization", "Basic %%%").statusCode()).isEqualTo(401);
  }

  @Test
  void aThousandWrongPasswordsAreRefusedAndFewAreEvenLookedAt() throws Exception {
    visitor.get("/console/login");
    String form = "user=admin&password=wrong&csrf=" + visitor.token("/console/login");
    int tooMany = 0;
    for (int i = 0; i < 1_000; i++) {
      HttpResponse<String> refused = visitor.post("/console/login", form);
      assertThat(refused.statusCode()).isIn(401, 429);
      if (refused.statusCode() == 429) {
        tooMany++;
        assertThat(refused.headers().firstValue("retry-after")).isPresent();
      }
    }
    assertThat(tooMany).isGreaterThan(950);
    assertThat(visitor.cookies).doesNotContainKey("afa_console");
    assertThat(stage.happened)
        .filteredOn(told -> told.kind().equals("login-refused"))
        .hasSize(1_000 - tooMany)
        .allSatisfy(told -> assertThat(told.sentence()).contains("127.0.0.1"));
  }

  @Test
  void anotherConsoleKnowsOfWrongPasswords() throws Exception {
    int other = stage.console("b");
    for (int i = 0; i < 4; i++) visitor.login("admin", "wrong");
    await()
        .until(
            () -> new Visitor(other).get(NODES, Visitor.basic("admin", "bad")).statusCode() == 429);
  }
}
