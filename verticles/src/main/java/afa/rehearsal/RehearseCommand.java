package afa.rehearsal;

import afa.rehearsal.RehearseOptions.Mistake;
import io.vertx.core.Vertx;
import java.net.BindException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code ./afa rehearse}: the simulators of the networks alone, until they are stopped. */
public final class RehearseCommand {
  /** Exit status when a person must change something first. */
  private static final int MISTAKE = 2;

  private RehearseCommand() {}

  /** Runs it; ends the process when it cannot start, and after {@code --for}. */
  public static void run(String[] args) {
    List<String> arguments = List.of(args);
    if (arguments.contains("--help")) {
      System.out.println("usage: ./afa " + RehearseOptions.USAGE);
      return;
    }
    try {
      run(RehearseOptions.parse(arguments));
    } catch (Mistake mistake) {
      System.err.println(mistake.getMessage());
      System.exit(MISTAKE);
    }
  }

  private static void run(RehearseOptions options) {
    Vertx vertx = Vertx.vertx();
    RehearsalVerticle rehearsal = new RehearsalVerticle(options.rehearsal());
    try {
      String deployment = vertx.deployVerticle(rehearsal).await(20, TimeUnit.SECONDS);
      System.out.println(RehearsalWelcome.text(rehearsal, options));
      if (options.length().isZero()) return;
      Thread.sleep(options.length().toMillis());
      vertx.undeploy(deployment).await(5, TimeUnit.SECONDS);
      System.out.println(rehearsal.posts() + " posts were sent.");
      vertx.close().await(5, TimeUnit.SECONDS);
    } catch (InterruptedException | TimeoutException stopped) {
      vertx.close();
    } catch (Exception failure) {
      System.err.println(sentence(failure, options.rehearsal().port()));
      System.exit(MISTAKE);
    }
  }

  private static String sentence(Exception failure, int port) {
    if (failure instanceof BindException) {
      return "Port " + port + " is taken. Choose another one: --port " + (port + 1);
    }
    return "The rehearsal cannot start: " + failure.getMessage();
  }
}
