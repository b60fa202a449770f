package afa.library.talk;

import afa.feed.Coverage;
import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
import afa.feed.Networks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When posts about a talk may be missing: what no source claims, and what one says it does not know.
 * A quiet minute is none of these.
 *
 * @param isKnown whether any source said anything about the event; otherwise nothing can be told
 * @param times ascending; of each source its own
 */
public record Outages(boolean isKnown, List<Outage> times) {
  /** Claims come a while after the time they are about: who is polled was asked minutes ago. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  /** A seam between two connections is no outage that anybody could see. */
  private static final Duration SEAM = Duration.ofSeconds(5);

  private static final String SILENT = "nobody was reading";

  public Outages {
    times = List.copyOf(times);
  }

  /**
   * A time of which posts of a network may be missing.
   *
   * @param network as people call it
   * @param reason a sentence's end; absent where nobody knows
   */
  public record Outage(Instant from, Instant to, String network, @Nullable String reason) {}

  /**
   * The outages within the time of a talk.
   *
   * @param sources what each claims; times beyond the talk do no harm
   * @param from when the talk begins
   * @param to when it ends
   */
  public static Outages of(Map<String, Coverage> sources, Instant from, Instant to, Instant now) {
    List<Outage> times = new ArrayList<>();
    Instant limit = earlier(to, now.minus(PATIENCE));
    sources.forEach((source, claims) -> add(times, source, claims.within(from, to), from, limit));
    times.sort(Comparator.comparing(Outage::from).thenComparing(Outage::network));
    return new Outages(!sources.isEmpty(), times);
  }

  private static void add(
      List<Outage> times, String source, Coverage claims, Instant from, Instant limit) {
    Instant said = from;
    for (CoverageInterval claim : claims.intervals()) {
      addGap(times, source, said, claim.from(), SILENT);
      if (claim.kind() == Kind.UNKNOWN)
        addGap(times, source, claim.from(), claim.to(), claim.reason());
      said = claim.to();
    }
    addGap(times, source, said, limit, SILENT);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static void addGap(
      List<Outage> times, String source, Instant from, Instant to, @Nullable String reason) {
    if (Duration.between(from, to).compareTo(SEAM) < 0) return;
    times.add(new Outage(from, to, network(source), reason));
  }

  /** Of a part of a network, such as {@code mastodon:one.example}, both. */
  private static String network(String source) {
    int colon = source.indexOf(':');
    if (colon < 0) return Networks.label(source);
    return Networks.label(source.substring(0, colon)) + " (" + source.substring(colon + 1) + ")";
  }

  /** The networks that have an outage, each once. */
  public Set<String> networks() {
    Set<String> networks = new LinkedHashSet<>();
    times.forEach(outage -> networks.add(outage.network()));
    return networks;
  }
}
