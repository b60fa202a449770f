package afa.archive;

import afa.feed.FeedJson;
import afa.feed.LogEntry;
import afa.feed.Post;
import afa.feed.Update;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** An entry of the log, sorted: an update that can be copied, or something to hold aside. */
sealed interface Sorted permits Sorted.Row, Sorted.Held {
  /** What fits into a column of PostgreSQL and into a calendar. */
  Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /** An update with the text that the log holds. */
  record Row(Update update, String json) implements Sorted {
    @Override
    public long n() {
      return update.n();
    }

    /** Of a revision: its content as the entry in the place of the post it is about. */
    String inPlace() {
      try {
        ObjectNode tree = (ObjectNode) FeedJson.MAPPER.readTree(json);
        tree.put("n", update.target()).put("type", "post").remove("target");
        return FeedJson.MAPPER.writeValueAsString(tree);
      } catch (JsonProcessingException impossible) {
        throw new IllegalStateException("an update that was read cannot be written", impossible);
      }
    }
  }

  /** Something that is not an update. */
  record Held(long n, String entry, String reason) implements Sorted {}

  long n();

  /** Sorts an entry; never throws, whatever it holds. */
  static Sorted of(LogEntry entry) {
    try {
      Update update = entry.update();
      String problem = problem(entry, update);
      return problem == null ? new Row(update, entry.json()) : held(entry, problem);
    } catch (FeedJson.Malformed malformed) {
      return held(entry, malformed.getMessage());
    }
  }

  static Held held(LogEntry entry, String reason) {
    return new Held(entry.n(), entry.json(), reason);
  }

  private static String problem(LogEntry entry, Update update) {
    if (update.type() == null) return "no type";
    if (update.n() != entry.n()) return "says it is number " + update.n();
    boolean amends = update.type() == Update.Type.REVISE || update.type() == Update.Type.RETRACT;
    if (amends && update.target() == null) return "does not say what it is about";
    if (amends && (update.target() < 1 || update.target() >= update.n())) {
      return "is about number " + update.target();
    }
    if (update.post() != null && !isDated(update.post())) return "lies outside the years 1 to 9999";
    return null;
  }

  private static boolean isDated(Post post) {
    return isDated(post.postedAt()) && isDated(post.receivedAt());
  }

  private static boolean isDated(Instant time) {
    return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
  }
}
