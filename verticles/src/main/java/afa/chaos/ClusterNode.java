package afa.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A node with a name, in whichever process it runs just now. */
final class ClusterNode {
  private final String name;
  private final Path home;
  private final Map<String, String> environment;
  private final List<String> options;
  private LocalNode process;
  private int starts;
  private boolean isWell;
  private final Endings endings = new Endings();
  private boolean over;

  /**
   * @param home its working directory, with the settings and {@code cluster.xml} of all
   */
  ClusterNode(String name, Path home, Map<String, String> environment, List<String> options) {
    this.name = name;
    this.home = home;
    this.environment = Map.copyOf(environment);
    this.options = List.copyOf(options);
  }

  String name() {
    return name;
  }

  /** Starts it; does not wait. */
  synchronized void start() throws IOException {
    Path output = home.resolve(name + "." + ++starts + ".log");
    process = LocalNode.start(home, environment, options, output);
    LocalNode started = process;
    started.onExit(status -> ended(started, status));
  }

  private synchronized void ended(LocalNode which, int status) {
    if (over || which != process || !endings.isMended(status)) return;
    try {
      start();
    } catch (IOException failure) {
      isWell = false; // and is found dead in the end
    }
  }

  /** How often it was started again after it had stood still. */
  synchronized int stoodStill() {
    return endings.stoodStill();
  }

  /** How often it was started again after it could not join. */
  synchronized int notJoined() {
    return endings.notJoined();
  }

  /** Until it is ready, in whichever process: one that ends before may be started again. */
  void awaitReady() throws IOException, InterruptedException {
    LocalNode awaited = process();
    while (!isReady(awaited)) awaited = process();
    wellAgain(true);
  }

  private boolean isReady(LocalNode awaited) throws IOException, InterruptedException {
    try {
      awaited.ready();
      return true;
    } catch (IOException failure) {
      if (awaited.isAlive()) throw failure;
      ended(awaited, awaited.status()); // whoever is told first
      if (awaited == process()) throw failure;
      return false;
    }
  }

  private synchronized LocalNode process() {
    return process;
  }

  private synchronized void isOver() {
    over = true;
  }

  private synchronized void wellAgain(boolean well) {
    isWell = well;
  }

  /** Whether nothing was done to it that is not over. */
  synchronized boolean isWell() {
    return isWell && process.isAlive();
  }

  long pid() {
    return process().pid();
  }

  void kill() throws InterruptedException {
    wellAgain(false);
    process().kill();
  }

  void pause() throws IOException, InterruptedException {
    wellAgain(false);
    process().signal("STOP");
  }

  void goOn() throws IOException, InterruptedException {
    process().signal("CONT");
    wellAgain(true);
  }

  /** Whether it ended though nobody asked for it; what it did after it was hit counts. */
  boolean isAlive() {
    return process().isAlive();
  }

  void end() throws IOException, InterruptedException {
    isOver();
    if (process() == null || !process().isAlive()) return;
    process().signal("CONT");
    process().kill();
  }
}
