package afa.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.feed.Position;
import afa.feed.Post;
import afa.message.AppendPosts;
import afa.message.ReadLog;
import afa.message.SourceCursor;
import afa.servers.RedisServer;
import afa.testkit.Posts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a real Redis, and what only a real one can show. */
final class RedisLogIT extends LogContract {
  private static Vertx vertx;
  private static RedisServer server;
  private static RedisLog log;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    vertx = Vertx.vertx();
    server = RedisServer.start(data, 21_000);
    log = RedisLog.at(vertx, server.url());
  }

  @AfterAll
  static void stop() throws Exception {
    await(log.close());
    server.stop();
    await(vertx.close());
  }

  @Override
  Log log() {
    return log;
  }

  @Test
  void theKeysAreThoseOthersRelyOn() throws Exception {
    registered("keys");
    await(log.append(new AppendPosts("keys", "x", Posts.posts(1, 3), "c9")));
    await(log.append(new AppendPosts("keys", "x", Posts.posts(3, 3), null)));
    assertThat(redis(Command.LLEN, "afa:{keys}:updates").toInteger()).isEqualTo(3);
    assertThat(redis(Command.LINDEX, "afa:{keys}:updates", "1").toString()).startsWith("{\"n\":2,");
    assertThat(redis(Command.HGET, "afa:{keys}:ids", "x:p2").toInteger()).isEqualTo(2);
    assertThat(redis(Command.HGET, "afa:{keys}:cursors", "x").toString()).isEqualTo("c9");
    assertThat(redis(Command.GET, "afa:{keys}:epoch").toString()).matches("[0-9a-z]{8}");
    assertThat(redis(Command.HGET, "afa:{keys}:stats", "appended").toInteger()).isEqualTo(3);
    assertThat(redis(Command.HGET, "afa:{keys}:stats", "known:x").toInteger()).isEqualTo(1);
    assertThat(redis(Command.HGET, "afa:{keys}:versions", "x:p2").toString())
        .matches("[\\w-]{22} 0 ");
  }

  @Test
  void countersAndKeysFollowEditsAndRetractions() throws Exception {
    registered("amended");
    Post edited = Post.builder("x", "p1").version("v 2").text("new").receivedAt(Instant.EPOCH);
    await(log.append(new AppendPosts("amended", "x", Posts.posts(1, 2), null)));
    await(log.append(new AppendPosts("amended", "x", List.of(edited, edited), null)));
    assertThat(redis(Command.HGET, "afa:{amended}:versions", "x:p1").toString())
        .matches("[\\w-]{22} 3 v 2");
    await(log.append(
        new AppendPosts("amended", "x", List.of(), List.of("x:p1", "x:p1"), null, null)));
    assertThat(redis(Command.HGET, "afa:{amended}:versions", "x:p1").toString()).isEqualTo("gone");
    Map<String, String> expected =
        Map.of("appended", "2", "revised", "1", "known", "1", "retracted", "1");
    for (Map.Entry<String, String> counter : expected.entrySet()) {
      assertThat(redis(Command.HGET, "afa:{amended}:stats", counter.getKey() + ":x")
              .toString())
          .as(counter.getKey())
          .isEqualTo(counter.getValue());
    }
  }

  @Test
  void aLogOfTheFirstReleaseIsAmendedToo() throws Exception {
    registered("before");
    await(log.append(new AppendPosts("before", "x", Posts.posts(1, 3), null)));
    redis(Command.DEL, "afa:{before}:versions");
    Post edited = Post.builder("x", "p1").version("2").text("new").receivedAt(Instant.EPOCH);
    var answer = await(log.append(new AppendPosts(
            "before", "x", List.of(edited, Posts.post(3)), List.of("x:p2"), null, null)))
        .answer();
    assertThat(answer.revised()).isEqualTo(1);
    assertThat(answer.retracted()).isEqualTo(1);
    assertThat(answer.head()).isEqualTo(5);
  }

  @Test
  void whatIsWrittenIntoTheNextLifeVouchesForNothingOfTheLastOne() throws Exception {
    Instant noon = Instant.parse("2026-05-24T12:00:00Z");
    Coverage hour = Coverage.NONE.streamed(noon, noon.plusSeconds(3_600));
    registered("flushed");
    String before = await(log.cursor("flushed", "x")).epoch();
    var request = new AppendPosts("flushed", "x", Posts.posts(1, 3), List.of(), "c3", hour, before);
    await(log.append(request));
    assertThat(await(log.cursor("flushed", "x"))).isEqualTo(new SourceCursor("c3", hour, before));
    redis(Command.FLUSHALL);
    assertThat(await(log.begin("flushed", "", 0, false))).isTrue();
    String after = await(log.append(request)).answer().epoch();
    assertThat(after).isNotEqualTo(before);
    assertThat(await(log.cursor("flushed", "x"))).isEqualTo(new SourceCursor(null, null, after));
    assertThat(await(log.coverage("flushed"))).isEmpty();
    assertThat(await(log.head("flushed")).head()).isEqualTo(3);
  }

  @Test
  void aLogThatIsNotWhatItWasTakesAndGivesNothing() throws Exception {
    registered("lost");
    Position head = head(await(log.append(posts("lost", 1, 3))));
    log.insist("lost", head);
    redis(Command.LPOP, "afa:{lost}:updates");
    assertLost();
    redis(Command.FLUSHALL);
    assertLost();
    registered("lost");
    assertLost();
    log.insist("lost", await(log.found("lost")));
    assertThat(await(log.append(posts("lost", 9, 9))).answer().head()).isEqualTo(1);
  }

  private static void assertLost() throws Exception {
    long before = await(log.found("lost")).n();
    for (Future<?> step : List.of(
        log.append(posts("lost", 4, 4)), log.read(new ReadLog("lost", 0, 9)), log.head("lost"))) {
      assertThatThrownBy(() -> await(step)).isInstanceOf(Log.Lost.class);
    }
    assertThat(await(log.found("lost")).n()).isEqualTo(before);
  }

  @Test
  void aLogWithoutALifeTakesNothing() throws Exception {
    assertThatThrownBy(() -> await(log.append(posts("never-begun", 1, 1))))
        .isInstanceOf(Log.Lost.class);
    assertThat(redis(Command.EXISTS, "afa:{never-begun}:updates").toInteger()).isZero();
  }

  private static AppendPosts posts(String event, long from, long to) {
    return new AppendPosts(event, "x", Posts.posts(from, to), null);
  }

  private static Position head(Log.Append append) {
    return new Position(append.answer().epoch(), append.answer().head());
  }

  @Test
  void aScriptThatRedisForgotIsSentAgain() throws Exception {
    registered("forgetful");
    redis(Command.SCRIPT, "FLUSH");
    assertThat(await(log.append(new AppendPosts("forgetful", "x", Posts.posts(1, 1), null)))
            .answer()
            .head())
        .isEqualTo(1);
  }

  @Test
  void nothingThatWasAcknowledgedIsLostWhenRedisIsKilled() throws Exception {
    registered("killed");
    List<Future<Log.Append>> writers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      writers.add(
          log.append(new AppendPosts("killed", "x", Posts.posts(i * 10L, i * 10L + 9), null)));
    }
    await(writers.get(20));
    ProcessHandle redis = ProcessHandle.of(server.pid()).orElseThrow();
    redis.destroyForcibly();
    redis.onExit().get(30, java.util.concurrent.TimeUnit.SECONDS); // or the restart finds it alive
    Future.join(writers).otherwiseEmpty().await(30, java.util.concurrent.TimeUnit.SECONDS);
    server.restart();
    List<String> acknowledged = writers.stream()
        .filter(Future::succeeded)
        .flatMap(writer -> writer.result().grown().stream())
        .map(entry -> entry.update().post().id())
        .toList();
    List<String> stored = new ArrayList<>();
    for (long since = 0; ; since = stored.size()) {
      var page = await(log.read(new ReadLog("killed", since, 1_000)));
      page.entries().forEach(entry -> stored.add(entry.update().post().id()));
      if (!page.more()) break;
    }
    assertThat(acknowledged).isNotEmpty();
    assertThat(stored).containsAll(acknowledged).doesNotHaveDuplicates();
  }

  private static void registered(String event) throws Exception {
    LocalDateTime day = LocalDateTime.parse("2026-05-24T08:00");
    await(log.register(new EventInfo(event, event, "UTC", day, day.plusDays(1), null)));
    assertThat(await(log.begin(event, "", 0, false))).isTrue();
  }

  private static Response redis(Command command, String... arguments) throws Exception {
    Redis redis = Redis.createClient(vertx, server.url());
    Request request = Request.cmd(command);
    for (String argument : arguments) request.arg(argument);
    return await(redis.send(request).eventually(redis::close));
  }
}
