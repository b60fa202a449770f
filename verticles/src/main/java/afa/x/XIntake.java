package afa.x;

import afa.feed.Post;
import afa.source.SourceCounters;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and bills whatever X sends, and lets through what is for the log. */
final class XIntake {
  private static final Logger log = LoggerFactory.getLogger(XIntake.class);

  /** A broken server must not fill the log. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final String event;
  private final SourceCounters counters;
  private final XBudget budget;
  private final XPostParser parser;
  private Instant loggedAt = Instant.EPOCH;
  private long malformed; // since the last line in the log

  XIntake(String event, SourceCounters counters, XBudget budget, XPolicy policy) {
    this.event = event;
    this.counters = counters;
    this.budget = budget;
    this.parser = new XPostParser(policy);
  }

  /**
   * A line of the stream.
   *
   * @param foreign ids of rules of the same app that are not ours
   * @param now by X's clock
   */
  XLine line(String text, Set<String> foreign, Instant now) {
    XLine line =
        parser.line(text, Instant.now(), foreign, json -> budget.streamed(billed(json), now));
    count(line, now);
    return line;
  }

  /**
   * A page of a search, or the answer to a lookup.
   *
   * @param now by X's clock
   */
  XTaken page(JsonNode page, Instant now) {
    budget.read(billed(page), now);
    XIncludes includes = new XIncludes(page);
    List<Post> posts = new ArrayList<>();
    List<String> retracted = new ArrayList<>();
    for (JsonNode data : page.path("data")) {
      XLine line = parser.post(data, includes, Instant.now());
      count(line, now);
      XTaken taken = line.taken();
      posts.addAll(taken.posts());
      retracted.addAll(taken.retracted());
    }
    return new XTaken(posts, retracted);
  }

  /** An answer whose posts are not for the log costs all the same. */
  void bill(JsonNode answer, Instant now) {
    budget.read(billed(answer), now);
  }

  /** Something came that should have been a post and is not readable; the flow goes on. */
  void malformed(String reason, Instant now) {
    counters.received();
    counters.malformed();
    malformed++;
    if (loggedAt.isAfter(now.minus(QUIET))) return;
    log.warn("Malformed lines from X: event={} count={} last={}", event, malformed, reason);
    loggedAt = now;
    malformed = 0;
  }

  private void count(XLine line, Instant now) {
    if (line instanceof XLine.Malformed broken) malformed(broken.reason(), now);
    if (line instanceof XLine.Shown) counters.received();
    if (line instanceof XLine.Filtered filtered) {
      counters.received();
      counters.filtered();
      log.debug("Filtered: event={} reason={}", event, filtered.reason());
    }
  }

  /** X bills each post that it gives; those that came along with others, too, for all we know. */
  private static Set<String> billed(JsonNode envelope) {
    Set<String> ids = new LinkedHashSet<>();
    JsonNode data = envelope.path("data");
    if (data.isObject()) addId(data, ids);
    else data.forEach(post -> addId(post, ids));
    envelope.path("includes").path("tweets").forEach(post -> addId(post, ids));
    envelope.path("includes").path("posts").forEach(post -> addId(post, ids));
    return ids;
  }

  private static void addId(JsonNode post, Set<String> ids) {
    String id = XJson.text(post, "id");
    if (XJson.isId(id)) ids.add(id);
  }
}
