package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.LogEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;

/**
 * An event with its log and its readers, where everything that may happen happens in an order that a
 * seed decides: updates come, readers come and go and take little or much, the log begins new lives,
 * entries are taken back, pages are read late or not at all.
 */
final class StreamsModel implements StreamSource {
  private static final int PAGE = 50;

  private final Random random;
  private final Tail tail = new Tail("e1", 0, Tail.PAGE_BYTES);
  private final List<LogEntry> log = new ArrayList<>(); // of this life
  private final Map<Long, Tail> pages = new HashMap<>();
  private final Queue<Long> reading = new ArrayDeque<>();
  private final Queue<Runnable> steps = new ArrayDeque<>();
  private final DeliveryCounters counters = new DeliveryCounters();
  private final Streams streams = new Streams(this, steps::add, this::nanoTime, counters);
  private final List<PacedOutlet> outlets = new ArrayList<>();
  private int lives = 1;
  private final int longest; // nanoseconds that a visit may take
  private long nanos;

  StreamsModel(long seed) {
    random = new Random(seed);
    longest = 1 << random.nextInt(30);
  }

  /** One machine is quick, another has no time for us. */
  private long nanoTime() {
    return nanos += random.nextInt(longest);
  }

  @Override
  public Tail tail() {
    return tail;
  }

  @Override
  public long head() {
    return log.size();
  }

  @Override
  public Page pageAfter(long since) {
    if (since >= tail.base()) return tail.pageAfter(since);
    long start = since - since % PAGE;
    Tail page = pages.get(start);
    if (page != null && page.head() > since) return page.pageAfter(since);
    if (!reading.contains(start)) reading.add(start);
    return null;
  }

  /** Something happens. */
  void happen() {
    int what = random.nextInt(100);
    if (what < 25) append(1 + random.nextInt(what < 3 ? 200 : 5));
    else if (what < 35) join();
    else if (what < 38) leave();
    else if (what < 39) amend();
    else if (what < 40) newLife();
    else if (what < 42) streams.beat();
    else if (what < 55) arrive(random.nextInt(20) > 0);
    else if (what < 80) step();
    else drainOne();
  }

  private void append(int count) {
    for (int i = 0; i < count; i++) add(new LogEntry(head() + 1, json(random.nextInt(60))));
    streams.wake();
  }

  private void add(LogEntry entry) {
    log.add(entry);
    tail.append(entry);
  }

  private String json(int size) {
    int length = size == 0 ? random.nextInt(90_000) : size;
    return "{\"n\":" + (head() + 1) + ",\"text\":\"" + "x".repeat(length) + "\"}";
  }

  private void join() {
    long since = random.nextBoolean() ? head() : random.nextInt((int) head() + 1);
    double slowness = random.nextInt(4) / 4.0;
    PacedOutlet outlet = new PacedOutlet(random, slowness, tail.epoch(), since, this::expected);
    outlets.add(outlet);
    streams.open(outlet, since, false);
  }

  private byte[] expected(String epoch, long n) {
    assertThat(epoch).isEqualTo(tail.epoch());
    return log.get((int) n - 1).json().getBytes(StandardCharsets.UTF_8);
  }

  private void leave() {
    List<PacedOutlet> open = open();
    if (!open.isEmpty()) open.get(random.nextInt(open.size())).leave();
  }

  private void amend() {
    if (log.isEmpty()) return;
    long target = 1L + random.nextInt(log.size());
    log.set((int) target - 1, LogEntry.gone(target));
    tail.forget(target);
    pages.values().removeIf(page -> page.holds(target));
    add(LogEntry.retract(head() + 1, target));
    streams.wake();
  }

  private void newLife() {
    log.clear();
    pages.clear();
    reading.clear();
    long known = random.nextInt(120);
    for (long n = 1; n <= known; n++) log.add(new LogEntry(n, json(20)));
    long warm = Math.max(0, known - 60);
    tail.restart("e" + ++lives, warm);
    log.subList((int) warm, (int) known).forEach(tail::append);
    streams.reset();
  }

  private void arrive(boolean readable) {
    if (reading.isEmpty()) return;
    long start = reading.remove();
    if (readable) pages.put(start, page(start));
    else streams.cannotRead(start, start + PAGE);
    streams.wakeLate();
  }

  private Tail page(long start) {
    Tail page = new Tail(tail.epoch(), start, Long.MAX_VALUE);
    log.subList((int) start, (int) Math.min(head(), start + PAGE)).forEach(page::append);
    return page;
  }

  private void step() {
    if (!steps.isEmpty()) steps.remove().run();
  }

  private void drainOne() {
    List<PacedOutlet> full = outlets.stream().filter(PacedOutlet::isFull).toList();
    if (!full.isEmpty()) full.get(random.nextInt(full.size())).drain();
  }

  List<PacedOutlet> open() {
    return outlets.stream().filter(PacedOutlet::isOpen).toList();
  }

  /** Lets all that was begun come to its end, without a heartbeat that would repair something. */
  void settle() {
    int left = 200_000;
    while (isBusy() && left-- > 0) {
      step();
      arrive(true);
      drainOne();
    }
    assertThat(left).as("steps left, or it would go on for ever").isPositive();
  }

  private boolean isBusy() {
    return !steps.isEmpty() || !reading.isEmpty() || outlets.stream().anyMatch(PacedOutlet::isFull);
  }

  /** Everybody who is here has everything, and is counted. */
  void check() {
    for (PacedOutlet outlet : open()) {
      assertThat(outlet.epoch()).isEqualTo(tail.epoch());
      assertThat(outlet.last()).isEqualTo(head());
    }
    assertThat(streams.size()).isEqualTo(open().size());
  }

  /** Readers who were sent away, of all who came. */
  double sentAway() {
    return outlets.stream().filter(PacedOutlet::wasEnded).count() / (double) outlets.size();
  }
}
