package afa.archive;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.feed.Post;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.BusMessage;
import afa.message.ReadCoverage;
import afa.servers.RedisServer;
import afa.store.RedisLog;
import afa.store.StoreVerticle;
import afa.talks.TalkDatabase;
import afa.talks.TalksConfig;
import afa.talks.TalksVerticle;
import afa.testkit.RealServers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an event that is over costs a real Redis, with all that goes on looking at its log. */
final class RestingEventIT {
  private static final String EVENT = "over";
  private static final Duration OFTEN = Duration.ofMillis(50);
  private static final Instant SAID = Instant.parse("2010-05-24T10:20:00Z");

  /** Whatever it is; of a script also what that does. The question itself is left out. */
  private static final Pattern CALLS = Pattern.compile("cmdstat_(?!info)[^:]+:calls=(\\d+)");

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, AtomicInteger> sent = new ConcurrentHashMap<>(); // by address
  private String database;
  private RedisServer server;
  private RedisLog log;
  private Redis redis;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    server = RedisServer.start(folder, 21_500);
    log = RedisLog.at(vertx, server.url());
    redis = Redis.createClient(vertx, server.url());
    database = RealServers.migratedDatabase();
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    vertx.eventBus().addOutboundInterceptor(message -> {
      sent.computeIfAbsent(message.message().address(), first -> new AtomicInteger())
          .incrementAndGet();
      message.next();
    });
    follow(event(folder));
  }

  private static EventInfo event(Path folder) throws Exception {
    Path schedule = Files.writeString(
        folder.resolve("schedule.csv"),
        """
        id,start,end,room,title,speakers
        grids,2010-05-24 10:00,2010-05-24 10:45,Hall,Grids,Ann Gray
        """);
    LocalDateTime day = LocalDateTime.parse("2010-05-24T08:00");
    return new EventInfo(EVENT, "Over", "UTC", day, day.plusDays(1), schedule.toString());
  }

  private void follow(EventInfo info) throws Exception {
    TalksConfig talks = new TalksConfig(Duration.ofMinutes(10), Duration.ofMillis(1), OFTEN);
    ArchiveConfig config = new ArchiveConfig(10, Duration.ofMillis(1), OFTEN);
    PostgresArchive archive = PostgresArchive.connect(vertx, database);
    Closings closings = Closings.connect(vertx, database);
    List<Future<?>> all = List.of(
        vertx.deployVerticle(new StoreVerticle(List.of(info), log)),
        vertx.deployVerticle(new ArchiveVerticle(EVENT, config, archive)),
        vertx.deployVerticle(new TalksVerticle(info, talks, TalkDatabase.connect(vertx, database))),
        vertx.deployVerticle(new ClosingVerticle(List.of(info), Duration.ZERO, closings, OFTEN)));
    Future.all(all).await(20, SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    redis.close();
    vertx.close().await(20, SECONDS);
    server.stop();
  }

  @Test
  void nothingIsAskedOfRedisUntilSomethingComesInWhichIsArchivedAndPlaced() throws Exception {
    say("1", covered(60));
    expect(1);
    expectSilence();
    say("2", covered(90));
    expect(2);
    expectSilence();
    assertThat(kept()).isEqualTo(Map.of("x", covered(90)));
  }

  @Test
  void whatHasNoNumberIsKeptToo() throws Exception {
    say("1", covered(60));
    expect(1);
    expectSilence();
    append(List.of(), covered(120));
    await().untilAsserted(() -> assertThat(kept()).isEqualTo(Map.of("x", covered(120))));
    expectSilence();
  }

  /** Once it has become silent, it stays so however often the log is looked at. */
  private void expectSilence() {
    await().until(() -> {
      long before = calls();
      looks(20);
      return calls() == before;
    });
    assertThat(callsIn(60)).isZero();
  }

  private long callsIn(int looks) {
    try {
      long before = calls();
      looks(looks);
      return calls() - before;
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  /** Waits until the log and its coverage were asked for so many times more, and its head told. */
  private void looks(int times) {
    int reads = sent("feed.read");
    int coverage = sent("feed.coverage");
    int heads = sent("feed.head");
    await()
        .until(() -> sent("feed.read") >= reads + times
            && sent("feed.coverage") >= coverage + times / 4
            && sent("feed.head") >= heads + 2);
  }

  private int sent(String address) {
    return sent.getOrDefault(address, new AtomicInteger()).get();
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

  private void say(String id, Coverage coverage) {
    append(
        List.of(Post.builder("x", id).text("Grids are fine").postedAt(SAID).receivedAt(SAID)),
        coverage);
  }

  private void append(List<Post> posts, Coverage coverage) {
    AppendPosts request = new AppendPosts(EVENT, "x", posts, List.of(), null, coverage);
    await().until(() -> Addresses.APPEND
        .call(vertx.eventBus(), request)
        .map(true)
        .otherwise(false)
        .await(10, SECONDS));
  }

  /** So many posts are in the archive and in their talk, and the event is closed with them. */
  private void expect(int posts) {
    await().untilAsserted(() -> {
      assertThat(number("select count(*) from updates")).isEqualTo(posts);
      assertThat(number("select count(*) from placements where talk = 'grids'")).isEqualTo(posts);
      assertThat(number("select count(*) from events where archived_at is not null"))
          .isOne();
    });
  }

  private Map<String, Coverage> kept() throws Exception {
    return Addresses.keptCoverage(EVENT)
        .call(vertx.eventBus(), new ReadCoverage(EVENT))
        .await(30, SECONDS)
        .sources();
  }

  private static Coverage covered(long seconds) {
    return Coverage.NONE.streamed(SAID, SAID.plusSeconds(seconds));
  }

  private int number(String sql) throws SQLException {
    try (Connection connection = RealServers.connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
