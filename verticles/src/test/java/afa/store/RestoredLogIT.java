package afa.store;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.LogEntry;
import afa.feed.Post;
import afa.message.AppendPosts;
import afa.message.ArchivePage;
import afa.servers.RedisServer;
import afa.testkit.Posts;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is put back into a real Redis is what was in it, whatever had become of it. */
final class RestoredLogIT extends LogSteps {
  private static Vertx vertx;
  private static RedisServer server;
  private static RedisLog log;
  private static Redis redis;

  private final List<LogEntry> told = new ArrayList<>(); // as the bells did
  private final List<LogEntry> copied = new ArrayList<>(); // as the archive has it

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    vertx = Vertx.vertx();
    server = RedisServer.start(data, 21_100);
    log = RedisLog.at(vertx, server.url());
    redis = Redis.createClient(vertx, server.url());
  }

  @AfterAll
  static void stop() throws Exception {
    await(log.close());
    await(redis.close());
    server.stop();
    await(vertx.close());
  }

  @Override
  Log log() {
    return log;
  }

  @RepeatedTest(10)
  void aLogThatChangedInPlaceIsTheSameAgain(RepetitionInfo seed) throws Exception {
    Random random = new Random(seed.getCurrentRepetition());
    amend(random, 150);
    copied.addAll(entries());
    Map<String, String> identities = gone();
    amend(random, 50); // not copied yet
    List<LogEntry> before = entries();
    Map<String, String> ids = hash("ids");
    Map<String, String> versions = records();
    String epoch = await(log.found(event)).epoch();
    for (String key : List.of("updates", "ids", "versions", "epoch", "stats")) {
      redis(Command.DEL, key(key));
    }
    long head = restore(epoch, identities);
    assertThat(head).isEqualTo(before.size());
    assertThat(await(log.begin(event, epoch, head, true))).isTrue();
    assertThat(entries()).isEqualTo(before);
    assertThat(hash("ids")).isEqualTo(ids);
    assertThat(records()).isEqualTo(versions);
    assertThat(await(log.found(event)).epoch()).isEqualTo(epoch);
  }

  private void amend(Random random, int versions) throws Exception {
    for (int i = 0; i < versions; i++) {
      int version = told.size() + 10;
      List<Post> posts = new ArrayList<>();
      for (int j = random.nextInt(3); j > 0; j--) {
        posts.add(Post.builder("x", "p:" + random.nextInt(60))
            .version(Integer.toString(version))
            .text("text " + random.nextInt(5) + " ü🎉 \u0000")
            .receivedAt(Instant.EPOCH));
      }
      List<String> away = random.nextInt(5) == 0 ? List.of("x:p:" + random.nextInt(60)) : List.of();
      told.addAll(await(log.append(new AppendPosts(event, "x", posts, away, null, null)))
          .grown());
    }
  }

  /** What the archive knows of posts that are gone: number → identity. */
  private Map<String, String> gone() throws Exception {
    Map<String, String> identities = new TreeMap<>();
    hash("ids").forEach((identity, n) -> identities.put(n, identity));
    return identities;
  }

  private long restore(String epoch, Map<String, String> identities) throws Exception {
    long head = await(log.restore(event, epoch, "", -1, List.of()));
    assertThat(head).isZero();
    while (head < told.size()) {
      List<ArchivePage.Entry> page = new ArrayList<>();
      for (long n = head + 1; n <= Math.min(told.size(), head + 37); n++) {
        boolean archived = n <= copied.size();
        LogEntry entry = (archived ? copied : told).get((int) n - 1);
        boolean hidden = archived && entry.json().endsWith("\"gone\"}");
        page.add(new ArchivePage.Entry(
            n, entry.json(), hidden ? identities.get(Long.toString(n)) : null));
      }
      long since = head;
      head = await(log.restore(event, epoch, "", since, page));
      // Somebody else does the same: each number is written once.
      assertThat(await(log.restore(event, epoch, "", since, page))).isEqualTo(head);
    }
    return head;
  }

  @Test
  void whatWasPutBackHalfIsThrownAwayWhereItIsOfAnotherLife() throws Exception {
    append(Posts.posts(1, 4));
    String epoch = await(log.found(event)).epoch();
    List<ArchivePage.Entry> entries = LogKeeper.asArchived(entries());
    assertThat(await(log.restore(event, "other", epoch, -1, List.of()))).isZero();
    assertThat(await(log.restore(event, "other", "", 0, entries.subList(0, 2)))).isEqualTo(2);
    assertThat(await(log.restore(event, "other", "", 2, List.of()))).isEqualTo(2);
    assertThat(await(log.restore(event, epoch, "", -1, List.of()))).isZero();
    assertThat(await(log.restore(event, epoch, "", 0, entries))).isEqualTo(4);
    assertThat(await(log.begin(event, "other", 4, true))).isFalse();
    assertThat(await(log.begin(event, epoch, 3, true))).isFalse();
    assertThat(await(log.begin(event, epoch, 4, true))).isTrue();
    assertThat(append(Posts.posts(3, 5)).numbers()).containsExactly(3L, 4L, 5L);
  }

  @Test
  void aLogThatBeganAnotherLifeIsGivenUpOnlyIfItIsTheOneThatWasMeant() throws Exception {
    append(Posts.posts(1, 4));
    String epoch = await(log.found(event)).epoch();
    assertThat(await(log.restore(event, "older", "other", -1, List.of()))).isEqualTo(-1);
    assertThat(await(log.found(event)).n()).isEqualTo(4);
    assertThat(await(log.restore(event, "older", epoch, -1, List.of()))).isZero();
    assertThat(await(log.found(event)).epoch()).isEmpty();
  }

  @Test
  void aLogThatLostOnlyItsEpochKeepsItsUpdatesInANewLife() throws Exception {
    await(log.append(new AppendPosts(event, "x", Posts.posts(1, 4), "c4")));
    String epoch = await(log.found(event)).epoch();
    redis(Command.DEL, key("epoch"));
    assertThat(await(log.restore(event, epoch, "", -1, List.of()))).isEqualTo(-1);
    assertThat(await(log.begin(event, epoch, 4, true))).isFalse();
    assertThat(await(log.found(event)).epoch()).isNotEmpty().isNotEqualTo(epoch);
    assertThat(entries()).hasSize(4);
    assertThat(await(log.cursor(event, "x")).cursor()).isEqualTo("c4");
  }

  @Test
  void aNewLifeKeepsTheUpdatesAndForgetsWhatSourcesSaid() throws Exception {
    await(log.append(new AppendPosts(event, "x", Posts.posts(1, 4), "c4")));
    String epoch = await(log.found(event)).epoch();
    assertThat(await(log.begin(event, epoch, 4, false))).isTrue();
    assertThat(await(log.found(event)).epoch()).isNotEqualTo(epoch);
    assertThat(entries()).hasSize(4);
    assertThat(await(log.cursor(event, "x")).cursor()).isNull();
    assertThat(await(log.begin(event, epoch, 4, false))).isFalse();
  }

  /** Without versions, of which those that looked the same are in no entry. */
  private Map<String, String> records() throws Exception {
    Map<String, String> records = hash("versions");
    records.replaceAll((identity, record) -> record.replaceFirst("(?<=\\d) .*", ""));
    return records;
  }

  private Map<String, String> hash(String part) throws Exception {
    Map<String, String> hash = new TreeMap<>();
    Response answer = redis(Command.HGETALL, key(part));
    for (String field : answer.getKeys()) hash.put(field, answer.get(field).toString());
    return hash;
  }

  private String key(String part) {
    return "afa:{" + event + "}:" + part;
  }

  private static Response redis(Command command, String key) throws Exception {
    return await(redis.send(Request.cmd(command).arg(key)));
  }
}
