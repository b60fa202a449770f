package afa.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntSupplier;

/** Reads server-sent events. */
final class StreamFollower extends Follower {
  private static final int SHORTEST_STAY = 15_000;
  private static final int LONGEST_STAY = 60_000;

  private String id = "";
  private String name = "";
  private String data = "";

  StreamFollower(String path, IntSupplier door, Path file, boolean fromNow, Random random)
      throws IOException {
    super(path, door, file, fromNow, random);
  }

  @Override
  void follow(HttpSocket socket) throws IOException {
    long leaves = System.currentTimeMillis() + random.nextInt(SHORTEST_STAY, LONGEST_STAY);
    String last = hasBegun() ? "Last-Event-ID: " + epoch() + "." + n() + "\r\n" : "";
    int status = socket.get(path + "/stream?since=" + (fromNow ? -1 : 0), last);
    if (status != 200) throw new IOException("status " + status);
    id = "";
    name = "";
    data = "";
    while (!hasEnded() && System.currentTimeMillis() < leaves) {
      String line = socket.line();
      if (line == null) return;
      understand(line);
    }
  }

  private void understand(String line) {
    if (line.startsWith("id: ")) id = line.substring(4);
    else if (line.startsWith("event: ")) name = line.substring(7);
    else if (line.startsWith("data: ")) data = line.substring(6);
    else if (line.isEmpty()) dispatch();
  }

  private void dispatch() {
    if (!id.isEmpty()) {
      int dot = id.lastIndexOf('.');
      String life = id.substring(0, dot);
      long at = Long.parseLong(id.substring(dot + 1));
      if (name.equals("reset")) reset(life, at);
      else if (data.isEmpty()) begin(life, at);
      else took(life, at);
    }
    id = "";
    name = "";
    data = "";
  }

  /** The first event of all may be an update already. */
  private void took(String life, long at) {
    begin(life, at - 1);
    took(life, data);
  }
}
