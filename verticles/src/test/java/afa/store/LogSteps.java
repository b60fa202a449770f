package afa.store;

import static java.util.concurrent.TimeUnit.SECONDS;

import afa.feed.EventInfo;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.message.AppendPosts;
import afa.message.Appended;
import afa.message.LogPage;
import afa.message.ReadLog;
import io.vertx.core.Future;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A log with an event of its own, and the steps that its contracts are written in. */
abstract class LogSteps {
  final String event = "e" + UUID.randomUUID().toString().substring(0, 8);
  final EventInfo info = new EventInfo(
      event,
      "An Event",
      "Europe/Berlin",
      LocalDateTime.parse("2026-05-24T08:00"),
      LocalDateTime.parse("2026-05-25T18:00"),
      null);

  abstract Log log();

  @BeforeEach
  void register() throws Exception {
    await(log().register(info));
    await(log().begin(event, "", 0, false));
  }

  Appended append(List<Post> posts) throws Exception {
    return appended(posts, List.of()).answer();
  }

  Appended retract(String... identities) throws Exception {
    return appended(List.of(), List.of(identities)).answer();
  }

  Log.Append appended(List<Post> posts, List<String> retracted) throws Exception {
    return await(log().append(new AppendPosts(event, "x", posts, retracted, null, null)));
  }

  LogPage read(long since, int limit) throws Exception {
    return await(log().read(new ReadLog(event, since, limit)));
  }

  List<LogEntry> entries() throws Exception {
    return read(0, 1_000).entries();
  }

  static List<Long> numbers(LogPage page) {
    return page.entries().stream().map(entry -> entry.update().n()).toList();
  }

  static <T> T await(Future<T> future) throws Exception {
    return future.await(30, SECONDS);
  }
}
