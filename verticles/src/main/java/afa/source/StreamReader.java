package afa.source;

import afa.feed.Post;
import afa.message.SourceReported.State;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a network that pushes: connects, reads until that ends, waits as long as the reason asks
 * for, connects again. What came in between is fetched after each connect ({@link CatchUp}), also
 * when it is quieter than it should be ({@link SilenceAlarm}).
 */
public final class StreamReader implements SourceReader, Appender.Brake {
  private static final Logger log = LoggerFactory.getLogger(StreamReader.class);
  private static final Duration WORTH_TELLING = Duration.ofMinutes(2);
  private static final String SILENT = "connected, but nothing came";
  private static final String WAITING = "waiting for the store";

  /** A network, or a part of one, that can be followed. */
  public interface Network {
    /**
     * Completes once the network accepted; fails with {@link SourceFailure}.
     *
     * @param cursor where an earlier connection ended; absent at first
     */
    Future<Connection> connect(@Nullable String cursor);

    /**
     * Fetches what was published from the cursor on; asked after each connect. Null from a network
     * that replays by itself and says {@link Listener#caughtUp}.
     */
    @Nullable
    Future<Harvest> catchUp(@Nullable String cursor, Instant now);
  }

  /** An open connection. */
  public interface Connection {
    /** Begins to deliver, on the event loop. */
    void read(Listener listener);

    /** Completes when it ends, however it does. */
    Future<SourceProblem> ended();

    /** For how long data or keep-alives came. */
    Duration flowed();

    /** Ends it. */
    void close();
  }

  /** What a connection delivers to. */
  public interface Listener {
    /** A byte came: it lives. */
    void sign();

    /**
     * Something was read; posts are counted as received.
     *
     * @param cursor where a later connection would go on; absent when this does not move it
     */
    void bring(List<Post> posts, List<String> retracted, @Nullable String cursor);

    /** The replay has reached the time at which the connection was made. */
    void caughtUp();
  }

  /**
   * Times.
   *
   * @param overlap how much before the end of the last connection may have been lost with it
   * @param quiet least silence that is looked after
   */
  public record Tuning(Duration overlap, Duration quiet, BackoffRules backoff) {}

  private final SourceContext context;
  private final Network network;
  private final Tuning tuning;
  private final Backoff backoff;
  private final SilenceAlarm alarm;
  private final CatchUp catchUp;
  private @Nullable Connection connection; // null while there is none
  private boolean connecting;
  private boolean waitsForStore;
  private boolean stopped;
  private long timer = -1;
  private long watch = -1;

  public StreamReader(SourceContext context, Network network, Tuning tuning) {
    this.context = context;
    this.network = network;
    this.tuning = tuning;
    this.backoff = new Backoff(tuning.backoff());
    this.alarm = new SilenceAlarm(Instant.now(), tuning.quiet());
    this.catchUp = new CatchUp(context, network, tuning, this::tell);
    context.brake(this);
  }

  @Override
  public void start() {
    context.resume().onSuccess(stored -> {
      catchUp.resume(stored);
      connect();
    });
    long often = Math.max(10, tuning.quiet().toMillis() / 6);
    watch = context.vertx().setPeriodic(often, tick -> listenForSilence());
  }

  @Override
  public Future<Void> stop() {
    stopped = true;
    context.vertx().cancelTimer(timer);
    context.vertx().cancelTimer(watch);
    if (connection != null) connection.close();
    return context.close();
  }

  private void connect() {
    if (stopped || connecting) return;
    connecting = true;
    asked()
        .onComplete(done -> connecting = false)
        .compose(this::read)
        .otherwise(this::problem)
        .onSuccess(this::ended);
  }

  private Future<Connection> asked() {
    try {
      return network.connect(catchUp.cursor());
    } catch (RuntimeException defect) {
      return Future.failedFuture(defect);
    }
  }

  private SourceProblem problem(Throwable failure) {
    if (!(failure instanceof SourceFailure)) {
      log.error("Reading failed: event={} source={}", context.event(), context.source(), failure);
    }
    if (connection != null) connection.close();
    return SourceFailure.problem(failure);
  }

  private Future<SourceProblem> read(Connection opened) {
    if (stopped || context.isFull()) {
      opened.close();
      return opened.ended();
    }
    connection = opened;
    context.counters().connected();
    catchUp.connected(Instant.now());
    catchUp.begin();
    tell(null);
    opened.read(new Reading(opened));
    return opened.ended();
  }

  private void ended(SourceProblem problem) {
    Duration flowed = connection == null ? Duration.ZERO : connection.flowed();
    connection = null;
    catchUp.disconnected();
    waitsForStore = context.isFull();
    context.coverage().ended(waitsForStore ? WAITING : problem.sentence());
    if (stopped) return;
    if (waitsForStore) context.status().is(State.DEGRADED, WAITING);
    else connectAfter(problem, wait(problem, flowed));
  }

  private Duration wait(SourceProblem problem, Duration flowed) {
    Instant now = Instant.now();
    Instant allowed = problem.notBefore() == null ? now : problem.notBefore();
    double random = ThreadLocalRandom.current().nextDouble();
    return backoff.next(problem.cause(), flowed, random, now, allowed);
  }

  private void connectAfter(SourceProblem problem, Duration wait) {
    boolean isLong = wait.compareTo(WORTH_TELLING) >= 0;
    String again = isLong ? "; trying again in " + wait.toMinutes() + " minutes" : "";
    State state = problem.needsPerson() ? State.OFF : State.DEGRADED;
    context.status().is(state, problem.sentence() + again);
    timer = context.vertx().setTimer(Math.max(1, wait.toMillis()), due -> connect());
  }

  private void tell(@Nullable String remark) {
    if (connection == null) return;
    context.status().is(catchUp.isOpen() ? State.CATCHING_UP : State.STREAMING, remark);
  }

  /** Connects anew when posts should have come: a dead subscription looks like a quiet room. */
  private void listenForSilence() {
    Instant now = Instant.now();
    if (connection == null || catchUp.isOpen() || !alarm.isTooQuiet(now)) return;
    log.warn("Quieter than it should be: source={} since={}", context.source(), alarm.since());
    catchUp.suspect(alarm.since(), now, SILENT);
    alarm.wasReal(); // unless the next connection brings something
    context.status().is(State.DEGRADED, SILENT + "; connecting anew");
    connection.close();
  }

  @Override
  public void stopReading() {
    if (connection != null) connection.close();
  }

  @Override
  public void goOn() {
    if (!waitsForStore) return;
    waitsForStore = false;
    connect();
  }

  /** Takes what one connection delivers; what comes after its end is not heard. */
  private final class Reading implements Listener {
    private final Connection of;

    Reading(Connection of) {
      this.of = of;
    }

    @Override
    public void sign() {
      if (connection != of) return;
      Instant now = Instant.now();
      context.status().sign(now);
      if (!catchUp.isReplaying()) context.coverage().alive(now);
    }

    @Override
    public void bring(List<Post> posts, List<String> retracted, @Nullable String cursor) {
      if (connection != of) return;
      Instant now = Instant.now();
      if (!posts.isEmpty()) {
        context.status().post(now);
        alarm.post(now);
      }
      Future<Stored> stored = context.bring(posts, retracted, catchUp.reached(cursor));
      if (catchUp.isReplaying()) stored.onSuccess(catchUp::replayed);
    }

    @Override
    public void caughtUp() {
      if (connection == of) catchUp.caughtUp();
    }
  }
}
