package afa.chaos;

import afa.chaos.checker.Entry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * A reader with a thread, a socket and a ledger of its own: reads on from the last number it has,
 * whatever happens, and now and then moves to another node because it feels like it.
 */
abstract class Follower implements Runnable {
  /** A stream sends a comment each 5 s here, and a poll waits for 10 s at most. */
  static final int SILENCE_MILLIS = 15_000;

  private static final int SHORTEST_PAUSE = 100;
  private static final int LONGEST_PAUSE = 800;

  final String path;
  final Random random;
  final boolean fromNow;
  private final IntSupplier door;
  private final PrintWriter ledger;
  private volatile String epoch = "";
  private volatile long n;
  private volatile HttpSocket open; // null before the first one
  private volatile boolean ended;

  /**
   * @param path of the event
   * @param door the port to come in by; asked for each connection
   * @param file of the ledger
   * @param fromNow whether the history begins now, and not with the first update
   */
  Follower(String path, IntSupplier door, Path file, boolean fromNow, Random random)
      throws IOException {
    this.path = path;
    this.door = door;
    this.ledger = new PrintWriter(Files.newBufferedWriter(file));
    this.fromNow = fromNow;
    this.random = random;
  }

  /** Reads for as long as it lasts, or as it likes. */
  abstract void follow(HttpSocket socket) throws IOException, InterruptedException;

  @Override
  public final void run() {
    try (ledger) {
      while (!ended) {
        try (HttpSocket socket = new HttpSocket(door.getAsInt(), SILENCE_MILLIS)) {
          open = socket;
          follow(socket);
        } catch (IOException | RuntimeException cut) {
          pause(SHORTEST_PAUSE, LONGEST_PAUSE);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  final void pause(int least, int most) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(random.nextInt(least, most));
  }

  final boolean hasBegun() {
    return !epoch.isEmpty();
  }

  /** The history begins after that number; the first word counts. */
  final void begin(String life, long after) {
    if (hasBegun()) return;
    move(life, after);
    ledger.println(Entry.begin(System.currentTimeMillis(), life, after).line());
  }

  final void reset(String life, long after) {
    begin(life, after);
    move(life, after);
    ledger.println(Entry.reset(System.currentTimeMillis(), life, after).line());
  }

  final void took(String life, String json) {
    Entry entry = Entry.of(System.currentTimeMillis(), life, json);
    ledger.println(entry.line());
    move(life, entry.n());
  }

  private void move(String life, long last) {
    epoch = life;
    n = last;
  }

  final String epoch() {
    return epoch;
  }

  /** The last number that it has. */
  final long n() {
    return n;
  }

  final boolean hasEnded() {
    return ended;
  }

  /** Lets it go, wherever it waits. */
  final void end() {
    ended = true;
    try {
      if (open != null) open.close();
    } catch (IOException closed) {
      // that is what was asked for
    }
  }
}
