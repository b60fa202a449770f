package afa.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A node with a name, in whichever process it runs just now. */
final class ClusterNode {
  /** What a node ends with that stood still and must begin anew; systemd would start it. */
  private static final int START_AGAIN = 75;

  private final String name;
  private final Path home;
  private final Map<String, String> environment;
  private final List<String> options;
  private LocalNode process;
  private int starts;
  private boolean isWell;
  private int startedAgain; // by whoever starts nodes that ask for it
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
    process.onExit(this::ended);
  }

  private synchronized void ended(int status) {
    if (over || status != START_AGAIN) return;
    startedAgain++;
    try {
      start();
    } catch (IOException failure) {
      isWell = false; // and is found dead in the end
    }
  }

  /** How often it asked to be started again. */
  synchronized int startedAgain() {
    return startedAgain;
  }

  void awaitReady() throws IOException, InterruptedException {
    process().ready();
    wellAgain(true);
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
