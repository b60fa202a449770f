package afa.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.EventInfo;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.BusMessage;
import afa.message.HeadAnnounced;
import afa.servers.RedisServer;
import afa.testkit.Posts;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log of an event that is over costs a real Redis. */
final class RestingLogIT {
  private static final Pattern CALLS =
      Pattern.compile("cmdstat_(?:eval|evalsha|hset|lrange|llen|get):calls=(\\d+)");

  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<HeadAnnounced> heads = new LinkedBlockingQueue<>();
  private RedisServer server;
  private RedisLog log;
  private Redis redis;

  @BeforeEach
  void start(@TempDir Path data) throws Exception {
    server = RedisServer.start(data, 21_000);
    log = RedisLog.at(vertx, server.url());
    redis = Redis.createClient(vertx, server.url());
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    Addresses.HEAD.subscribe(vertx.eventBus(), heads::add).await(30, SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    redis.close();
    log.close().await(30, SECONDS);
    vertx.close().await(30, SECONDS);
    server.stop();
  }

  @Test
  void anEventThatIsOverIsNotLookedAtUntilSomethingComesIn() throws Exception {
    follow("over", LocalDateTime.parse("2010-05-24T08:00"));
    say(1, 3);
    hear(3, 3);
    long before = calls();
    hear(3, 3);
    assertThat(calls()).isEqualTo(before);
    say(4, 4);
    hear(4, 3);
    long appended = calls();
    assertThat(appended).isGreaterThan(before);
    hear(4, 2);
    assertThat(calls()).isEqualTo(appended);
  }

  @Test
  void oneThatRunsIsLookedAtEverySecond() throws Exception {
    follow("over", LocalDateTime.parse("2100-05-24T08:00"));
    say(1, 3);
    hear(3, 3);
    long before = calls();
    hear(3, 3);
    assertThat(calls()).isGreaterThan(before);
  }

  private void follow(String event, LocalDateTime from) throws Exception {
    EventInfo info = new EventInfo(event, event, "UTC", from, from.plusDays(1), null);
    vertx.deployVerticle(new StoreVerticle(List.of(info), log)).await(30, SECONDS);
  }

  private void say(long first, long last) throws Exception {
    await().until(() -> Addresses.APPEND
        .call(vertx.eventBus(), new AppendPosts("over", "x", Posts.posts(first, last), null))
        .map(true)
        .otherwise(false)
        .await(30, SECONDS));
  }

  /** Waits until that head was told so many times more. */
  private void hear(long head, int times) throws Exception {
    heads.clear();
    for (int heard = 0; heard < times; ) {
      HeadAnnounced told = heads.poll(30, SECONDS);
      assertThat(told).isNotNull();
      if (told != null && told.head() == head) heard++;
    }
  }

  private long calls() throws Exception {
    String stats = redis
        .send(Request.cmd(Command.INFO).arg("commandstats"))
        .await(30, SECONDS)
        .toString();
    Matcher calls = CALLS.matcher(stats);
    long sum = 0;
    while (calls.find()) sum += Long.parseLong(calls.group(1));
    return sum;
  }
}
