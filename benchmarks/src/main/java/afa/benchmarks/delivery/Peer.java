package afa.benchmarks.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** A server to be measured: how it is started, and where it then takes readers and messages. */
enum Peer {
  OURS {
    @Override
    List<String> command(Path directory, int port) throws IOException {
      Path event = Files.writeString(
          directory.resolve("bench.yaml"),
          """
          event: bench
          name: Bench
          timeZone: UTC
          from: 2026-01-01T00:00
          to: 2099-01-01T00:00
          """);
      String data = directory.toString();
      return List.of(
          "./afa",
          "run",
          "--roles",
          "store,ingest,delivery",
          "--port",
          Integer.toString(port),
          "--data",
          data,
          "--cluster",
          data,
          "--event",
          event.toString());
    }

    @Override
    Target target(int port, String token) {
      String event = "/events/bench";
      return new Target(
          port,
          event + "/stream?since=-1",
          event + "/updates?wait=55&",
          event + "/head",
          Cursor.NEXT_IN_BODY,
          Envelope.batched(event + "/updates", token, run()));
    }
  },

  NCHAN {
    @Override
    List<String> command(Path directory, int port) throws IOException {
      String configuration = Files.readString(PEERS.resolve("nchan.conf"))
          .replace("@DIR@", directory.toString())
          .replace("@PORT@", Integer.toString(port))
          .replace("@FILES@", Long.toString(openFiles()));
      Path file = Files.writeString(directory.resolve("nginx.conf"), configuration);
      return List.of("nginx", "-p", directory.toString(), "-c", file.toString());
    }

    @Override
    Target target(int port, String token) {
      return new Target(
          port, "/sse", "/poll", "/", Cursor.VALIDATORS, Envelope.plain("/pub", run()));
    }
  },

  NODE {
    @Override
    List<String> command(Path directory, int port) {
      return List.of("node", PEERS.resolve("node/server.js").toString(), Integer.toString(port));
    }
  },

  LIMIT {
    @Override
    List<String> command(Path directory, int port) throws IOException {
      String program = directory.resolve("limit").toString();
      String source = PEERS.resolve("limit.c").toString();
      Process compiler =
          new ProcessBuilder("gcc", "-O2", "-o", program, source).inheritIO().start();
      if (compiler.onExit().join().exitValue() != 0)
        throw new IOException("limit.c did not compile");
      return List.of(program, Integer.toString(port));
    }
  };

  private static final Path PEERS = Path.of("benchmarks", "peers");

  /** What starts the server, in the foreground. */
  abstract List<String> command(Path directory, int port) throws IOException;

  /** The small servers of the bench agree on their paths. */
  Target target(int port, String token) {
    return new Target(
        port, "/sse", "/poll?", "/", Cursor.NEXT_IN_HEAD, Envelope.plain("/pub", run()));
  }

  /** As it is written in options and tables. */
  String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String run() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  private static long openFiles() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/limits")).stream()
        .filter(line -> line.startsWith("Max open files"))
        .mapToLong(line -> Long.parseLong(line.trim().split("\\s{2,}")[2]))
        .findFirst()
        .orElse(1024);
  }
}
