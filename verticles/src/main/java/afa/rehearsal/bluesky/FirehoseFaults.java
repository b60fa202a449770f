package afa.rehearsal.bluesky;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** What goes wrong with single frames. */
final class FirehoseFaults {
  private static final int REMEMBERED = 20;
  private static final long HELD_MILLIS = 700;
  private static final int OVERLONG = 3_000_000;
  private static final List<String> GARBAGE = List.of(
      "<html><head><title>502</title></head><body>Bad gateway</body></html>",
      "{\"did\":\"did:plc:rehearsal\",\"time_us\":17953380",
      "null",
      "[]",
      "42",
      "",
      "{}",
      "{\"did\":7,\"time_us\":\"soon\",\"kind\":[]}",
      "{\"did\":\"did:plc:x\",\"time_us\":1795338000000001,\"kind\":\"commit\",\"commit\":null}",
      "{\"did\":\"did:plc:x\",\"time_us\":1795338000000001,\"kind\":\"commit\",\"commit\":"
          + "{\"operation\":\"create\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"..\","
          + "\"record\":\"inkwherry\"}}",
      "{\"did\":\"did:plc:x\",\"time_us\":-1,\"kind\":\"account\",\"account\":{\"active\":0}}",
      "{\"$type\":\"message\",\"payload\":{\"$type\":\"something.else#new\",\"seq\":1}}");

  private final Vertx vertx;
  private final Random random;
  private final Deque<FirehoseEvent> recent = new ArrayDeque<>();
  private boolean cutNext;
  private boolean holdNext;

  FirehoseFaults(Vertx vertx, Random random) {
    this.vertx = vertx;
    this.random = random;
  }

  void cutNext() {
    cutNext = true;
  }

  void holdNext() {
    holdNext = true;
  }

  void calm() {
    cutNext = false;
    holdNext = false;
  }

  void send(Subscriber subscriber, FirehoseEvent event, Runnable sent) {
    recent.addLast(event);
    if (recent.size() > REMEMBERED) recent.removeFirst();
    if (cutNext) {
      cutNext = false;
      subscriber.cut(subscriber.text(event));
    } else if (holdNext) {
      holdNext = false;
      vertx.setTimer(HELD_MILLIS, late -> subscriber.send(event, sent));
    } else {
      subscriber.send(event, sent);
    }
  }

  /** Sends one of the last events once more. */
  void repeat(Subscriber subscriber) {
    if (recent.isEmpty()) return;
    FirehoseEvent[] events = recent.toArray(FirehoseEvent[]::new);
    FirehoseEvent event = events[random.nextInt(events.length)];
    if (subscriber.wants(event)) subscriber.send(event, () -> {});
  }

  /** Sends something that no reader can take for an event, and that none may stumble over. */
  void garbage(Subscriber subscriber) {
    int which = random.nextInt(GARBAGE.size() + 1);
    if (which < GARBAGE.size()) subscriber.send(GARBAGE.get(which), () -> {});
    else subscriber.sendBytes(Buffer.buffer(new byte[] {(byte) 0xFE, 0, 1, (byte) 0xC3}));
  }

  void overlong(Subscriber subscriber) {
    subscriber.send("{\"padding\":\"" + "x".repeat(OVERLONG) + "\"}", () -> {});
  }
}
