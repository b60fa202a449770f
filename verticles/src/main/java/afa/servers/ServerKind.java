package afa.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What one kind of server needs to be launched, found again and stopped. */
interface ServerKind {
  /**
   * A server of ours.
   *
   * @param ready whether it serves; false while it still reads its data
   */
  record Found(ProcessHandle process, boolean ready) {}

  /** As people call it. */
  String name();

  /** What belongs to the server: its program, its data, its log. */
  Path directory();

  /** How long an orderly stop may take before the process is killed. */
  Duration patience();

  /** Brings program and data into place; may take seconds at the very first start. */
  void prepare(Endpoint endpoint) throws IOException;

  /** The program with its arguments. */
  List<String> command(Endpoint endpoint) throws IOException;

  /** Completes what a server needs once it answers. */
  default void onReady(Endpoint endpoint) throws IOException {}

  /** The server that has this very directory and this endpoint, if there is one. */
  Optional<Found> find(Endpoint endpoint) throws IOException;

  /** Asks the process to end in an orderly way. */
  void interrupt(ProcessHandle process) throws IOException;

  /** Makes a process end that did not follow {@link #interrupt}. */
  default void abort(ProcessHandle process) throws IOException {
    process.destroyForcibly();
  }
}
