package afa.rehearsal.x;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.rehearsal.Conference;
import afa.rehearsal.Fault;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ControlTest {
  @TempDir
  private Path directory;

  private XSimulator x;
  private PlainClient client;

  @BeforeEach
  void start(Vertx vertx) throws Exception {
    XOptions options = new XOptions()
        .conference(Conference.load(Conference.DEFAULT))
        .ledgerFile(directory.resolve("ledger.jsonl"));
    x = XSimulator.start(vertx, options).await(30, SECONDS);
    client = new PlainClient(x.url(), x.token());
    client.addRule("#inkwherry");
  }

  private JsonObject order(String path, String json) throws Exception {
    return new JsonObject(client.post("/control/" + path, json).body());
  }

  @Test
  void thePageHasAButtonForEachFaultAndNothingFromElsewhere() throws Exception {
    String page = client.get("/control").body();
    for (Fault fault : XFaults.KNOWN) assertThat(page).contains("/control/faults/" + fault.id());
    assertThat(page).doesNotContain("<script", "https://", "http://");
  }

  @Test
  void aPostIsSentEditedAndDeletedByHand() throws Exception {
    try (OpenStream stream = client.stream("")) {
      String id = order("posts", "{\"text\":\"by hand #inkwherry\"}").getString("id");
      assertThat(stream.post().getJsonObject("data").getString("id")).isEqualTo(id);
      String edited = order("posts/edit", "{\"id\":\"" + id + "\",\"text\":\"better #inkwherry\"}")
          .getString("id");
      JsonObject data = stream.post().getJsonObject("data");
      assertThat(data.getString("id")).isEqualTo(edited);
      assertThat(data.getJsonArray("edit_history_tweet_ids")).containsExactly(id, edited);
      order("posts/delete", "{\"id\":\"" + id + "\"}");
      assertThat(client.getJson("/2/tweets?ids=" + edited).containsKey("data")).isFalse();
      assertThat(client.get("/ledger").body()).isEmpty();
    }
    assertThat(Files.readAllLines(directory.resolve("ledger.jsonl")))
        .hasSizeGreaterThan(3)
        .first()
        .asString()
        .contains("\"fact\":\"sent\"");
  }

  @Test
  void aFloodComesOverTheStream() throws Exception {
    try (OpenStream stream = client.stream("")) {
      order("flood", "{\"posts\":100,\"perSecond\":500}");
      for (int i = 0; i < 100; i++) assertThat(stream.message()).isNotNull();
    }
  }

  @Test
  void aFaultIsMadeByRequest() throws Exception {
    try (OpenStream stream = client.stream("")) {
      order("faults/disconnect", "{\"detail\":\"SlowReader\"}");
      assertThat(stream.message()).contains("SlowReader");
      assertThat(stream.message()).isNull();
    }
  }

  @Test
  void aWrongOrderIsRefusedWithASentence() throws Exception {
    assertThat(client.post("/control/pace", "{\"perSecond\":-1}").statusCode()).isEqualTo(400);
    assertThat(order("posts/delete", "{\"id\":\"7\"}").getString("error"))
        .isEqualTo("there is no post 7");
    assertThat(client.post("/control/flood", "[]").statusCode()).isEqualTo(400);
  }

  @Test
  void givenLinesAreServedAsTheyAre() throws Exception {
    Path file = directory.resolve("lines.jsonl");
    Files.write(file, new byte[] {'{', '}', '\r', '\n', '\n', '"', (byte) 0xC3, '"'});
    List<Buffer> lines = XSimulator.lines(file);
    assertThat(lines)
        .containsExactly(Buffer.buffer("{}"), Buffer.buffer(new byte[] {'"', (byte) 0xC3, '"'}));
    x.serve(lines).await(30, SECONDS);
    try (OpenStream stream = client.stream("")) {
      assertThat(stream.message()).isEqualTo("{}");
      assertThat(stream.message()).isEqualTo("\"\uFFFD\"");
    }
  }

  @Test
  void picturesAreServedForEveryPhotoAndAuthor() throws Exception {
    var picture = client.get("/media/7/stage.svg?name=small");
    assertThat(picture.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
    assertThat(client.get("/avatars/inkwherry.svg").statusCode()).isEqualTo(200);
    assertThat(client.get("/media/7/nothing.svg").statusCode()).isEqualTo(404);
  }
}
