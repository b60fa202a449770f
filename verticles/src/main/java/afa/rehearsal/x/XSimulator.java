package afa.rehearsal.x;

import afa.feed.EventInfo;
import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.FaultOrder;
import afa.rehearsal.Faults;
import afa.rehearsal.Ledger;
import afa.rehearsal.RehearsedEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A running simulator of X. Everything asked of it happens on its own event loop, in the order of
 * asking; it may be used from any thread.
 */
public final class XSimulator {
  private final Vertx vertx;
  private final XOptions options;
  private final XSimulatorVerticle verticle;
  private final String deployment;

  private XSimulator(
      Vertx vertx, XOptions options, XSimulatorVerticle verticle, String deployment) {
    this.vertx = vertx;
    this.options = options;
    this.verticle = verticle;
    this.deployment = deployment;
  }

  /** Starts one; completes when its port is open. */
  public static Future<XSimulator> start(Vertx vertx, XOptions options) {
    XSimulatorVerticle verticle = new XSimulatorVerticle(options);
    return vertx.deployVerticle(verticle).map(id -> new XSimulator(vertx, options, verticle, id));
  }

  /** Closes its port and every connection. */
  public Future<Void> close() {
    return vertx.undeploy(deployment);
  }

  public int port() {
    return verticle.port();
  }

  /** The base address, to be used as {@code X_API_URL}. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** The bearer token that is let in. */
  public String token() {
    return options.token();
  }

  /** The event that its posts belong to; {@link RehearsedEvent#RULE} finds them. */
  public EventInfo event() {
    String schedule = options.publicUrl(port()) + "/schedule.json";
    return RehearsedEvent.info(verticle.day(), options.zone(), schedule);
  }

  /** Sends a post by a stranger; completes with its id. */
  public Future<String> send(String text) {
    return send(Draft.post("stranger", text));
  }

  /** Sends a post; completes with its id. */
  public Future<String> send(Draft draft) {
    return run(() -> verticle.api().stage().send(draft));
  }

  /** Puts a new version of a post in its place; completes with the id of the new version. */
  public Future<String> edit(String id, String text) {
    return run(() -> verticle.api().stage().edit(id, text));
  }

  /** Deletes a post with all its versions. X's stream does not tell of it, its lookup does. */
  public Future<Void> delete(String id) {
    return run(() -> {
      verticle.api().stage().delete(id);
      return null;
    });
  }

  /** From now on X marks a post, or all posts of an author, as sensitive. */
  public Future<Void> markSensitive(String idOrHandle) {
    return mark(marks -> marks.sensitive(idOrHandle));
  }

  /**
   * From now on X withholds a post.
   *
   * @param countries two capital letters each; XX for all of them
   */
  public Future<Void> withhold(String id, String... countries) {
    return mark(marks -> marks.withhold(id, List.of(countries)));
  }

  /** From now on an author's posts are for followers only. */
  public Future<Void> protect(String handle) {
    return mark(marks -> marks.protect(handle));
  }

  private Future<Void> mark(Consumer<XMarks> change) {
    return run(() -> {
      change.accept(verticle.api().marks());
      return null;
    });
  }

  /** How many posts X bills for today, each once however often it was given. */
  public Future<Integer> billed() {
    return run(() -> verticle.api().billed());
  }

  /** Lets the script post so many at that rate, on top of the usual pace. */
  public Future<Void> flood(int posts, double perSecond) {
    return run(() -> {
      verticle.play().flood(posts, perSecond);
      return null;
    });
  }

  /** Changes the pace of the player; 0 is silence. */
  public Future<Void> pace(double perSecond) {
    return run(() -> {
      verticle.play().pace(perSecond);
      return null;
    });
  }

  /**
   * Serves lines as they are, half a second apart, once somebody is connected. The rules are not
   * asked, and neither search nor ledger knows of them.
   */
  public Future<Void> serve(List<Buffer> lines) {
    return run(() -> {
      verticle.rawLines().add(lines);
      return null;
    });
  }

  /** The lines of a file for {@link #serve}, whatever bytes they are made of. */
  public static List<Buffer> lines(Path file) throws IOException {
    return RawLines.read(file);
  }

  /** What was posted, and what became of it. */
  public Ledger ledger() {
    return verticle.ledger();
  }

  /** Makes things go wrong. */
  public Faults faults() {
    return new Faults() {
      @Override
      public Future<Void> inject(FaultOrder order) {
        return run(() -> verticle.api().stage().inject(order)).compose(done -> done);
      }

      @Override
      public Set<Fault> known() {
        return XFaults.KNOWN;
      }

      @Override
      public Future<Void> calm() {
        return run(() -> verticle.api().stage().calm()).compose(done -> done);
      }
    };
  }

  private <T> Future<T> run(Supplier<T> action) {
    Promise<T> promise = Promise.promise();
    verticle.context().runOnContext(now -> {
      try {
        promise.complete(action.get());
      } catch (RuntimeException failure) {
        promise.fail(failure);
      }
    });
    return promise.future();
  }
}
