package afa.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server process that lives in a data directory and may outlive us: adopted when it runs already,
 * launched when it does not, stopped by the last of the nodes that use it.
 */
final class ManagedServer {
  private static final Logger log = LoggerFactory.getLogger(ManagedServer.class);

  /** Longer than the slowest first start that was seen (6 s) by far. */
  private static final Duration TURN = Duration.ofMinutes(2);

  /** The other node stops or starts the server; when it takes longer it is starting it to stay. */
  private static final Duration TURN_TO_STOP = Duration.ofSeconds(4);

  private static final Duration ABORTED = Duration.ofSeconds(2);
  private static final int ATTEMPTS = 6;
  private static final long PAUSE_MILLIS = 150;

  private final ServerKind kind;
  private final int preferredPort;
  private final Launch launch;
  private final FileMutex turn;
  private Lease lease;
  private Endpoint endpoint;
  private ProcessHandle process;
  private boolean adopted;

  /**
   * @param preferredPort of a data directory that remembers none
   */
  ManagedServer(ServerKind kind, int preferredPort) {
    this.kind = kind;
    this.preferredPort = preferredPort;
    this.launch = new Launch(kind);
    this.turn = new FileMutex(kind.directory().resolve("start.lock"));
  }

  /** Returns once the server answers. */
  synchronized void start() throws IOException {
    Files.createDirectories(kind.directory());
    turn.hold(TURN, () -> {
      if (lease == null) lease = Lease.join(kind.directory().resolve("users.lock"));
      Optional<Endpoint> remembered = Endpoint.remembered(kind.directory());
      endpoint = remembered.orElseGet(() -> Endpoint.fresh(preferredPort));
      if (remembered.isEmpty() || !adopt()) launch(true);
    });
  }

  /** Brings the server back at the same port after it died. */
  synchronized void restart() throws IOException {
    if (lease == null || Waiting.isAlive(process)) return;
    turn.hold(TURN, () -> {
      if (!adopt()) launch(false);
    });
  }

  private boolean adopt() throws IOException {
    Optional<ProcessHandle> running = launch.running(endpoint);
    adopted = running.isPresent();
    if (!adopted) return false;
    process = running.get();
    log.info("{} runs already: address={} pid={}", kind.name(), endpoint, process.pid());
    return true;
  }

  /**
   * @param mayMove whether another port will do when its own is taken
   */
  private void launch(boolean mayMove) throws IOException {
    endpoint.remember(kind.directory());
    kind.prepare(endpoint);
    for (int attempt = 1; ; attempt++) {
      if (mayMove) {
        endpoint = endpoint.withPort(Ports.freeFrom(endpoint.port()));
        endpoint.remember(kind.directory());
      }
      try {
        launched(launch.at(endpoint));
        return;
      } catch (IOException failure) {
        // An orphan of ours was still coming up, or somebody was faster at the port, or remains of
        // a killed server are still ending; after some attempts it is the server's own trouble.
        if (adopt()) return;
        if (attempt == ATTEMPTS) throw failure;
        Waiting.pause(attempt * PAUSE_MILLIS);
      }
    }
  }

  private void launched(ProcessHandle started) {
    process = started;
    adopted = false;
    log.info("{} started: address={} pid={}", kind.name(), endpoint, process.pid());
  }

  /** Leaves the server to the other nodes that use it, or stops it when there are none. */
  synchronized void release() throws IOException {
    if (lease == null) return;
    try (Lease leaving = lease) {
      lease = null;
      leaving.leave();
      turn.hold(TURN_TO_STOP, () -> {
        if (leaving.isLast()) end();
        else log.info("{} is left to other nodes: address={}", kind.name(), endpoint);
      });
    }
  }

  /** Stops the server, whoever else uses it. */
  synchronized void stop() throws IOException {
    if (lease == null) return;
    try (Lease leaving = lease) {
      lease = null;
      leaving.leave();
      end();
    }
  }

  private void end() throws IOException {
    if (process == null || !Waiting.isAlive(process)) return;
    kind.interrupt(process);
    if (!Waiting.ended(process, kind.patience())) {
      log.warn("{} does not stop and is killed: pid={}", kind.name(), process.pid());
      kind.abort(process);
      if (!Waiting.ended(process, ABORTED)) process.destroyForcibly();
    }
  }

  synchronized Endpoint endpoint() {
    return endpoint;
  }

  synchronized ProcessHandle process() {
    return process;
  }

  synchronized boolean adopted() {
    return adopted;
  }

  String name() {
    return kind.name();
  }

  Path directory() {
    return kind.directory();
  }
}
