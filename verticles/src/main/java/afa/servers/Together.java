package afa.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Does the same to several servers at the same time, each on a thread of its own. */
final class Together {
  private Together() {}

  /** What is done to each. */
  interface Step {
    void with(ManagedServer server) throws IOException;
  }

  /** Returns when all have finished; throws what failed first. */
  static void run(Collection<ManagedServer> servers, Step step) throws IOException {
    List<CompletableFuture<Void>> running = servers.stream()
        .map(server -> CompletableFuture.runAsync(() -> unchecked(step, server), Together::fork))
        .toList();
    try {
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof UncheckedIOException io) throw io.getCause();
      throw failure;
    }
  }

  private static void fork(Runnable task) {
    Thread thread = new Thread(task, "embedded-servers");
    thread.setDaemon(true);
    thread.start();
  }

  private static void unchecked(Step step, ManagedServer server) {
    try {
      step.with(server);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
