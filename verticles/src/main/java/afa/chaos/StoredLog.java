package afa.chaos;

import afa.chaos.checker.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What Redis and PostgreSQL hold of an event, looked at from outside, and spoiled on demand. */
final class StoredLog {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A post of the publisher comes again, with the next number. */
  private static final String APPEND_AGAIN =
      """
      local entry = redis.call('LINDEX', KEYS[1], ARGV[1])
      local n = string.format('%d', redis.call('LLEN', KEYS[1]) + 1)
      redis.call('RPUSH', KEYS[1], (string.gsub(entry, '^{"n":%d+', '{"n":' .. n)))
      return n""";

  private static final String REWRITE =
      """
      local entry = redis.call('LINDEX', KEYS[1], ARGV[1])
      redis.call('LSET', KEYS[1], ARGV[1], (string.gsub(entry, 'on purpose', 'by mistake')))
      return entry""";

  private final String redisUrl;
  private final String databaseUrl;
  private final String event;

  StoredLog(String redisUrl, String databaseUrl, String event) {
    this.redisUrl = redisUrl;
    this.databaseUrl = databaseUrl;
    this.event = event;
  }

  private String key(String what) {
    return "afa:{" + event + "}:" + what;
  }

  long head() throws IOException {
    try (RedisSocket redis = new RedisSocket(redisUrl)) {
      return Long.parseLong(redis.ask("LLEN", key("updates")).get(0));
    }
  }

  long archived() throws SQLException {
    return ArchiveView.head(databaseUrl, event);
  }

  private List<String> entries() throws IOException {
    try (RedisSocket redis = new RedisSocket(redisUrl)) {
      return redis.ask("LRANGE", key("updates"), "0", "-1");
    }
  }

  /** The entries of the log as JSON. */
  List<JsonNode> json() throws IOException {
    List<JsonNode> json = new ArrayList<>();
    for (String entry : entries()) json.add(MAPPER.readTree(entry));
    return json;
  }

  List<Entry> log() throws IOException {
    String epoch;
    try (RedisSocket redis = new RedisSocket(redisUrl)) {
      epoch = redis.ask("GET", key("epoch")).get(0);
    }
    return entries().stream().map(entry -> Entry.of(0, epoch, entry)).toList();
  }

  List<Entry> archive() throws SQLException {
    return ArchiveView.copies(databaseUrl, event).stream()
        .map(copy -> Entry.of(0, copy.epoch(), copy.body()))
        .toList();
  }

  /** Puts a mistake in; those that are made on the way to readers are none of ours. */
  void spoil(Bug bug) throws IOException, SQLException {
    List<Long> posted = posted();
    long n = posted.get(posted.size() - 1);
    try (RedisSocket redis = new RedisSocket(redisUrl)) {
      if (bug == Bug.LATE_OWNER) change(redis, APPEND_AGAIN, n);
      // One that all have read long ago: of a new one they might see the changed text alone.
      if (bug == Bug.REWRITE) change(redis, REWRITE, posted.get(0));
    }
    if (bug == Bug.FORGET && !ArchiveView.forget(databaseUrl, event, n / 2)) {
      throw new IOException("the archive does not have " + n / 2);
    }
  }

  private void change(RedisSocket redis, String script, long n) throws IOException {
    redis.ask("EVAL", script, "1", key("updates"), Long.toString(n - 1));
  }

  /** Numbers of the posts that came by HTTP, ascending. */
  private List<Long> posted() throws IOException {
    List<Long> posted = json().stream()
        .filter(entry -> entry.path("source").asText().equals(Publisher.SOURCE))
        .map(entry -> entry.path("n").asLong())
        .toList();
    if (posted.isEmpty()) throw new IOException("nothing was posted");
    return posted;
  }
}
