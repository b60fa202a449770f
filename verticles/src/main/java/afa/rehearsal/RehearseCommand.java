package afa.rehearsal;

import afa.rehearsal.RehearseOptions.Mistake;
import afa.rehearsal.x.XOptions;
import afa.rehearsal.x.XSimulator;
import io.vertx.core.Future;
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
    try {
      XSimulator x = start(vertx, options);
      System.out.println(welcome(x, options));
      if (options.length().isZero()) return;
      Thread.sleep(options.length().toMillis());
      x.close().await(5, TimeUnit.SECONDS);
      System.out.println(x.ledger().size() + " posts were sent.");
      vertx.close().await(5, TimeUnit.SECONDS);
    } catch (InterruptedException | TimeoutException stopped) {
      vertx.close();
    } catch (Exception failure) {
      System.err.println(sentence(failure, options));
      System.exit(MISTAKE);
    }
  }

  private static XSimulator start(Vertx vertx, RehearseOptions options) throws Exception {
    XSimulator x = XSimulator.start(vertx, x(options)).await(20, TimeUnit.SECONDS);
    if (options.lines() != null) {
      Future<Void> served = x.serve(XSimulator.lines(options.lines()));
      served.await(5, TimeUnit.SECONDS);
    }
    return x;
  }

  private static XOptions x(RehearseOptions options) {
    return new XOptions()
        .port(options.port())
        .token(options.token())
        .conference(Conference.load(Conference.DEFAULT))
        .seed(options.seed())
        .history(options.history())
        .perSecond(options.perSecond())
        .faults(options.faults())
        .ledgerFile(options.ledger())
        .searchDelay(options.delay())
        .searchReposts(options.searchReposts())
        .publicUrl(options.publicUrl());
  }

  private static String sentence(Exception failure, RehearseOptions options) {
    if (failure instanceof BindException) {
      return "Port " + options.port() + " is taken. Choose another one: --port "
          + (options.port() + 1);
    }
    return "The rehearsal cannot start: " + failure.getMessage();
  }

  private static String welcome(XSimulator x, RehearseOptions options) {
    return """

        The rehearsal of %s is on.

          X            %s   (X_API_URL)
          token        %s   (X_BEARER_TOKEN)
          rule         %s
          control      %s/control
          ledger       %s/ledger
          schedule     %s/schedule.json

          Ctrl-C ends it%s.
        """
        .formatted(
            RehearsedEvent.NAME,
            x.url(),
            x.token(),
            RehearsedEvent.RULE,
            x.url(),
            x.url(),
            x.url(),
            options.length().isZero()
                ? ""
                : "; it ends by itself after " + options.length().toSeconds() + " s");
  }
}
