package afa.site.talk;

import afa.feed.Coverage;
import afa.library.talk.Outages;
import afa.schedule.Talk;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;

/**
 * Posts per minute of a talk, drawn: a bar for each step of time, and hatched where posts may be
 * missing. Lengths are in units of the picture, {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param sentence the same in words
 * @param most posts in the highest bar
 * @param stepMinutes that a bar stands for
 * @param start where the talk begins; {@code end} where it ends
 * @param ticks times below the picture, at equal distances
 * @param outages when posts may be missing, in words
 * @param isCoverageKnown whether anything is known of that
 * @param outside posts from before or after the picture
 */
record Plot(
    String sentence,
    long most,
    long stepMinutes,
    List<Bar> bars,
    List<Gap> gaps,
    double start,
    double end,
    List<String> ticks,
    List<String> outages,
    boolean isCoverageKnown,
    long outside) {
  static final int WIDTH = 720;
  static final int HEIGHT = 120;

  /** Of these a page has room for on a phone. */
  private static final int MOST_BARS = 120;

  private static final int TICKS = 4;

  /** What is said a little before belongs to it, and what is said in the break afterwards. */
  private static final Duration BEFORE = Duration.ofMinutes(15);

  private static final Duration AFTER = Duration.ofMinutes(45);

  /**
   * A step of time.
   *
   * @param label its time at the venue
   * @param missing networks of which posts may be missing; empty mostly
   */
  record Bar(
      double x, double y, double width, double height, long posts, String label, String missing) {}

  /** A time of which posts may be missing. */
  record Gap(double x, double width, String words) {}

  /**
   * What a plot is drawn of.
   *
   * @param minutes how many posts each brought
   * @param claims what each source says of its time
   */
  record Facts(
      Talk talk,
      NavigableMap<Instant, Long> minutes,
      Map<String, Coverage> claims,
      Instant now,
      When when) {
    Instant start() {
      return talk.start();
    }

    Instant end() {
      return talk.end();
    }
  }

  /** How much of the picture the talk takes. */
  public double talkWidth() {
    return round(end - start);
  }

  /** The highest bar fills the picture. */
  static Plot of(Facts facts) {
    return of(facts, 0);
  }

  /** The same on a scale that several share, which reaches up to so many posts at least. */
  static Plot of(Facts facts, long atLeast) {
    Instant from = begin(facts);
    Instant to = finish(facts);
    long minutes = Math.max(1, Duration.between(from, to).toMinutes());
    long step = (minutes + MOST_BARS - 1) / MOST_BARS;
    Scale scale = new Scale(from, Duration.ofMinutes(minutes));
    Outages outages = Outages.of(facts.claims(), from, to, facts.now());
    List<Bar> bars = new ArrayList<>();
    long most = 0;
    for (long at = 0; at < minutes; at += step) most = Math.max(most, posts(facts, from, at, step));
    for (long at = 0; at < minutes; at += step)
      bars.add(bar(facts, scale, at, step, Math.max(most, atLeast), outages));
    return new Plot(
        sentence(bars, most, step, facts),
        most,
        step,
        bars,
        gaps(outages, scale, facts.when()),
        scale.x(facts.start()),
        scale.x(facts.end()),
        ticks(facts, from, minutes),
        outages.times().stream().map(outage -> words(outage, facts.when())).toList(),
        outages.isKnown(),
        outside(facts, from, to));
  }

  private record Scale(Instant from, Duration length) {
    double x(Instant moment) {
      double share = (double) Duration.between(from, moment).toMillis() / length.toMillis();
      return round(Math.max(0, Math.min(1, share)) * WIDTH);
    }
  }

  private static double round(double length) {
    return Math.round(length * 10) / 10.0;
  }

  private static Instant begin(Facts facts) {
    Instant start = facts.start().truncatedTo(ChronoUnit.MINUTES);
    Instant first = facts.minutes().ceilingKey(start.minus(BEFORE));
    return first != null && first.isBefore(start) ? first : start;
  }

  private static Instant finish(Facts facts) {
    Instant end = facts.end().truncatedTo(ChronoUnit.MINUTES);
    Instant last = facts.minutes().lowerKey(end.plus(AFTER));
    return last != null && !last.isBefore(end) ? last.plus(1, ChronoUnit.MINUTES) : end;
  }

  private static long posts(Facts facts, Instant from, long minute, long step) {
    Instant begin = from.plus(minute, ChronoUnit.MINUTES);
    return sum(facts.minutes().subMap(begin, begin.plus(step, ChronoUnit.MINUTES)));
  }

  private static long sum(SortedMap<Instant, Long> minutes) {
    return minutes.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Bar bar(
      Facts facts, Scale scale, long minute, long step, long most, Outages outages) {
    Instant begin = scale.from().plus(minute, ChronoUnit.MINUTES);
    Instant end = begin.plus(step, ChronoUnit.MINUTES);
    long posts = posts(facts, scale.from(), minute, step);
    double height = most == 0 ? 0 : round((double) posts / most * (HEIGHT - 8));
    double x = scale.x(begin);
    double width = round(Math.max(1, (scale.x(end) - x) * 0.82));
    String missing = missing(outages, begin, end);
    return new Bar(x, HEIGHT - height, width, height, posts, facts.when().time(begin), missing);
  }

  private static String missing(Outages outages, Instant from, Instant to) {
    return String.join(
        ", ",
        outages.times().stream()
            .filter(outage -> outage.from().isBefore(to) && outage.to().isAfter(from))
            .map(Outages.Outage::network)
            .distinct()
            .toList());
  }

  private static List<Gap> gaps(Outages outages, Scale scale, When when) {
    return outages.times().stream()
        .map(outage -> {
          double x = scale.x(outage.from());
          return new Gap(x, Math.max(2, round(scale.x(outage.to()) - x)), words(outage, when));
        })
        .toList();
  }

  /** {@code X 14:05–14:12: the stream was away}. */
  static String words(Outages.Outage outage, When when) {
    String reason = outage.reason();
    return outage.network() + " " + when.range(outage.from(), outage.to())
        + (reason == null ? "" : ": " + reason);
  }

  private static List<String> ticks(Facts facts, Instant from, long minutes) {
    List<String> ticks = new ArrayList<>();
    for (int i = 0; i <= TICKS; i++) {
      ticks.add(facts.when().time(from.plus(minutes * i / TICKS, ChronoUnit.MINUTES)));
    }
    return ticks;
  }

  private static long outside(Facts facts, Instant from, Instant to) {
    return sum(facts.minutes().headMap(from)) + sum(facts.minutes().tailMap(to));
  }

  private static String sentence(List<Bar> bars, long most, long step, Facts facts) {
    if (most == 0) return "No posts yet.";
    Bar highest = bars.stream().filter(bar -> bar.posts() == most).findFirst().orElseThrow();
    String unit = step == 1 ? "in the minute" : "in the " + step + " minutes";
    return "Most was said " + unit + " from " + highest.label() + ": " + most
        + (most == 1 ? " post." : " posts.") + " The talk was planned for "
        + facts.when().range(facts.start(), facts.end()) + ".";
  }
}
