package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * A socket that takes as much as chance has it, and checks at once whatever it is given: each update
 * once, in order, as the log has it at that moment, and nothing while it is full.
 */
final class PacedOutlet implements Outlet {
  private static final double DIES = 0.0005;

  private final Random random;
  private final double slowness; // how often it is full after it took something
  private final BiFunction<String, Long, byte[]> log;
  private Listener listener;
  private String epoch;
  private long last;
  private boolean full;
  private boolean open = true;
  private volatile boolean ended;
  private boolean broken;

  /**
   * @param epoch of the life that the number belongs to
   * @param log gives the JSON that an update has in the log now
   */
  PacedOutlet(
      Random random,
      double slowness,
      String epoch,
      long since,
      BiFunction<String, Long, byte[]> log) {
    this.random = random;
    this.slowness = slowness;
    this.epoch = epoch;
    this.last = since;
    this.log = log;
  }

  long last() {
    return last;
  }

  String epoch() {
    return epoch;
  }

  boolean isOpen() {
    return open;
  }

  boolean isFull() {
    return open && full;
  }

  /** Whether it was sent away, and not because its reader left. */
  boolean wasEnded() {
    return ended;
  }

  void drain() {
    full = false;
    listener.drained();
  }

  /** Its reader leaves. */
  void leave() {
    open = false;
    listener.gone();
  }

  @Override
  public void listener(Listener told) {
    listener = told;
  }

  @Override
  public void begin(String greeting) {}

  @Override
  public boolean isReady() {
    return open && !full;
  }

  @Override
  public long send(Page page, long since, long upTo) {
    assertThat(isReady()).as("ready for updates").isTrue();
    assertThat(since).isEqualTo(last);
    assertThat(upTo).isGreaterThan(since);
    if (random.nextDouble() < DIES) {
      leave();
      return upTo;
    }
    if (random.nextDouble() < DIES) {
      broken = true;
      throw new IllegalStateException("no memory for the rest, say");
    }
    full = random.nextDouble() < slowness;
    long taken = full ? since + 1 + random.nextInt((int) (upTo - since)) : upTo;
    for (long n = since + 1; n <= taken; n++) check(page, n);
    last = taken;
    return taken;
  }

  private void check(Page page, long n) {
    byte[] expected = log.apply(epoch, n);
    ByteBuf json = page.json(n);
    assertThat(json.readableBytes()).isEqualTo(expected.length);
    byte[] given = new byte[expected.length];
    json.readBytes(given);
    assertThat(given).isEqualTo(expected);
    int begin = page.begin(n - 1);
    String id = "id: " + epoch + "." + n + "\n";
    ByteBuf framed = page.copy(begin, page.end(n));
    assertThat(framed.toString(StandardCharsets.UTF_8)).contains(id);
    framed.release();
  }

  @Override
  public void send(String text) {
    if (!open) return;
    if (text.startsWith("event: reset\n")) {
      String id = text.substring(text.indexOf("id: ") + 4);
      epoch = id.substring(0, id.indexOf('.'));
      last = 0;
    }
    full |= random.nextDouble() < slowness;
  }

  @Override
  public void end() {
    ended = true;
    if (open) leave();
  }

  @Override
  public void cut() {
    assertThat(broken || full).as("a reason to be cut").isTrue();
    end();
  }
}
