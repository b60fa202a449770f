package afa.rehearsal.mastodon;

import io.vertx.core.buffer.Buffer;
import java.util.random.RandomGenerator;

/** What no reader should stumble over. */
final class Garbage {
  private static final String[] EVENTS = {
    "event: update\ndata: {\"id\":\"1\",\"bro\n\n",
    "event: update\ndata: <html><body>maintenance</body></html>\n\n",
    "event: update\ndata: []\n\n",
    "event: update\ndata: {\"id\":5,\"uri\":7,\"account\":\"me\",\"content\":null}\n\n",
    "event: filters_changed\ndata: undefined\n\n",
    "event: announcement.reaction\ndata: {\"name\":\"🎉\"}\n\n",
    "event: delete\ndata: 9999999999\n\n",
    "event: delete\n\n",
    "event: something.new\ndata: {\"x\":1}\n\n",
    ":thump\n:thump\n\n\n",
    "data\n\n",
    "event\n\n"
  };

  private Garbage() {}

  static Buffer any(RandomGenerator random) {
    if (random.nextInt(6) > 0) return Buffer.buffer(EVENTS[random.nextInt(EVENTS.length)]);
    byte[] noise = new byte[1 + random.nextInt(200)];
    random.nextBytes(noise);
    return Buffer.buffer(noise).appendString("\n\n");
  }

  static Buffer overlong() {
    return Buffer.buffer("event: update\ndata: " + "x".repeat(3_000_000) + "\n\n");
  }
}
