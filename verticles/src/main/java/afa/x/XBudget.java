package afa.x;

import afa.message.Spending;
import afa.x.XLimit.WhenSpent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What of the day's posts was read, is held for an answer under way, and is left. X bills each post
 * once in a day of UTC, so days begin there. Nothing may be read that was not reserved before;
 * {@link XPurse} stores reservations. Pure; times are X's.
 */
final class XBudget {
  /** What came around midnight counts for both days, as nobody knows which one X bills. */
  private static final Duration MIDNIGHT = Duration.ofSeconds(2);

  /** From then on the next day's first posts are reserved, too. */
  private static final Duration EVE = Duration.ofMinutes(10);

  /** A rate of less time says nothing about a day. */
  private static final Duration LEAST_SEEN = Duration.ofMinutes(10);

  /** How the source reads. */
  enum Mode {
    STREAM,
    SEARCH,
    OFF
  }

  private final XLimit limit;
  private final Map<LocalDate, XBudgetDay> days = new TreeMap<>();
  private final XPace pace = new XPace();
  private long held;
  private Instant begun; // of counting; null before the first post
  private long counted;

  XBudget(XLimit limit) {
    this.limit = limit;
  }

  /** Goes on after an earlier reader. */
  void resume(XReserved stored) {
    stored.days().forEach((day, posts) -> day(day).resume(posts));
  }

  /** Posts came by the stream, by their ids. */
  void streamed(Collection<String> ids, Instant now) {
    read(ids, now);
    ids.forEach(id -> pace.add(now));
  }

  /** Posts that may still come after we end the stream: those of two seconds, or more. */
  int slack(Instant now) {
    return Math.max(limit.slack(), pace.recent(now));
  }

  /** Posts were read, by their ids. */
  void read(Collection<String> ids, Instant now) {
    if (ids.isEmpty()) return;
    long before = today(now).read();
    for (LocalDate day : around(now)) ids.forEach(day(day)::read);
    days.keySet().removeIf(now.minus(EVE).atZone(ZoneOffset.UTC).toLocalDate()::isAfter);
    if (begun == null) begun = now;
    counted += today(now).read() - before;
  }

  /**
   * A post of the log, read by whoever was the source then, tells that it was paid on that day. What
   * came within two seconds of midnight tells nothing.
   */
  void recall(String id, Instant receivedAt, Instant now) {
    Set<LocalDate> then = around(receivedAt);
    if (then.size() == 1 && around(now).containsAll(then))
      then.forEach(day -> day(day).recall(id));
  }

  /** Whether X has billed this post today, so that it costs nothing more. */
  boolean isPaid(String id, Instant now) {
    return around(now).stream().allMatch(day -> day(day).knows(id));
  }

  /** How to read now. A stream that was ended for its cost does not begin again that day. */
  Mode mode(Instant now) {
    if (limit.isNone()) return Mode.STREAM;
    if (left(now) <= Math.max(limit.kept(), slack(now))) today(now).endStream();
    if (!today(now).isStreamOver()) return Mode.STREAM;
    boolean search = limit.whenSpent() == WhenSpent.SEARCH && left(now) >= XSearch.LEAST_COST;
    return search ? Mode.SEARCH : Mode.OFF;
  }

  /** Posts of the day that are not read. */
  long left(Instant now) {
    return limit.isNone() ? Long.MAX_VALUE : limit.perDay() - most(now, XBudgetDay::read);
  }

  /** Posts that a request may still cost. */
  long free(Instant now) {
    if (limit.isNone()) return Long.MAX_VALUE;
    return left(now) - held - (mode(now) == Mode.STREAM ? slack(now) : 0);
  }

  /** Most posts to ask for at once: what is reserved for an answer is lost with a crash. */
  int page() {
    int share = limit.isNone() ? XSearch.MOST_PAGE : limit.perDay() / 50;
    return Math.max(XSearch.LEAST_PAGE, Math.min(XSearch.MOST_PAGE, share));
  }

  /** So many may come as an answer that is under way. */
  void hold(long posts) {
    held += posts;
  }

  /** The answer came, or will not. */
  void release(long posts) {
    held -= posts;
  }

  /** Posts that are reserved and neither read nor held. */
  long ahead(Instant now) {
    return limit.isNone() ? Long.MAX_VALUE : -most(now, day -> day.read() - day.reserved()) - held;
  }

  /** What to store so that {@code posts} more may be read; empty when it is so already. */
  Optional<XReserved> lacking(long posts, Instant now) {
    if (limit.isNone()) return Optional.empty();
    Map<LocalDate, Long> wanted = new TreeMap<>();
    boolean lacks = false;
    Set<LocalDate> soon = around(now);
    soon.add(now.plus(EVE).atZone(ZoneOffset.UTC).toLocalDate());
    for (LocalDate date : soon) {
      XBudgetDay day = day(date);
      long needed = Math.min(limit.perDay(), day.read() + held + posts);
      lacks |= day.reserved() < needed;
      long more = Math.min(limit.perDay(), needed + slack(now));
      wanted.put(date, Math.max(day.reserved(), more));
    }
    return lacks ? Optional.of(new XReserved(wanted)) : Optional.empty();
  }

  /** What to store when nothing more will be read but what is on its way already. */
  XReserved spent() {
    Map<LocalDate, Long> spent = new TreeMap<>();
    days.forEach(
        (date, day) -> spent.put(date, Math.min(day.reserved(), day.read() + limit.slack())));
    return new XReserved(spent);
  }

  /** The store has it. */
  void reserved(XReserved stored) {
    stored.days().forEach((day, posts) -> day(day).reserved(posts));
  }

  /** The day so far, and how it will end if it goes on like this. */
  Spending spending(Instant now) {
    XBudgetDay today = today(now);
    Instant since = begun == null ? now : begun;
    Duration seen = Duration.between(since, now);
    if (seen.compareTo(LEAST_SEEN) < 0) seen = LEAST_SEEN;
    long toCome = counted * Duration.between(now, midnight(now)).toSeconds() / seen.toSeconds();
    long used = limit.isNone() ? today.read() : Math.max(today.read(), today.reserved());
    return new Spending(limit.perDay(), used, today.read() + toCome);
  }

  /** What is to be told and done once nothing more may be read. */
  XProblem problem(Instant now) {
    return XProblem.of(XProblem.Kind.BUDGET_SPENT, limit.perDay() + " posts")
        .notBefore(midnight(now));
  }

  /** When the next day begins. */
  static Instant midnight(Instant now) {
    LocalDate tomorrow = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    return tomorrow.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private long most(Instant now, ToLongFunction<XBudgetDay> value) {
    return around(now).stream().map(this::day).mapToLong(value).max().orElse(0);
  }

  private static Set<LocalDate> around(Instant now) {
    Set<LocalDate> near = new LinkedHashSet<>();
    near.add(now.atZone(ZoneOffset.UTC).toLocalDate());
    near.add(now.minus(MIDNIGHT).atZone(ZoneOffset.UTC).toLocalDate());
    near.add(now.plus(MIDNIGHT).atZone(ZoneOffset.UTC).toLocalDate());
    return near;
  }

  private XBudgetDay today(Instant now) {
    return day(now.atZone(ZoneOffset.UTC).toLocalDate());
  }

  private XBudgetDay day(LocalDate date) {
    return days.computeIfAbsent(date, first -> new XBudgetDay());
  }
}
