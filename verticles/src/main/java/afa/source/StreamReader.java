package afa.source;

import afa.feed.Post;
import afa.message.SourceReported.State;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a network that pushes: connects, reads until that ends, waits as long as the reason asks
 * for, connects again. What came in between is fetched after each connect ({@link CatchUp}), also
 * when it is quieter than it should be ({@link SilenceWatch}).
 */
public final class StreamReader implements SourceReader, Appender.Brake {
  private static final Logger log = LoggerFactory.getLogger(StreamReader.class);
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

    /**
     * The replay has reached the time at which the connection was made.
     *
     * @param reachedBackTo from when on nothing is missing; absent when that is everything since
     *     the cursor
     */
    void caughtUp(@Nullable Instant reachedBackTo);
  }

  private final SourceContext context;
  private final Network network;
  private final StreamTuning tuning;
  private final Backoff backoff;
  private final SilenceWatch silence;
  private final CatchUp catchUp;
  private @Nullable Connection connection; // null while there is none
  private boolean connecting;
  private boolean waitsForStore;
  private boolean stopped;
  private long timer = -1;

  public StreamReader(SourceContext context, Network network, StreamTuning tuning) {
    this.context = context;
    this.network = network;
    this.tuning = tuning;
    this.backoff = new Backoff(tuning.backoff());
    this.silence = new SilenceWatch(context, tuning.quiet(), this::isListening, this::tooQuiet);
    this.catchUp = new CatchUp(context, network, tuning, this::tell);
    context.brake(this);
  }

  @Override
  public void start() {
    context.resume().onSuccess(stored -> {
      catchUp.resume(stored);
      connect();
    });
    silence.start();
  }

  @Override
  public Future<Void> stop() {
    stopped = true;
    context.vertx().cancelTimer(timer);
    silence.stop();
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
    return Asking.within(
        context.vertx(),
        tuning.longestConnect(),
        () -> network.connect(catchUp.cursor()),
        Connection::close);
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
    else connectAfter(problem, backoff.after(problem, flowed, Instant.now()));
  }

  private void connectAfter(SourceProblem problem, Duration wait) {
    context.status().failed(problem, wait);
    timer = context.vertx().setTimer(Math.max(1, wait.toMillis()), due -> connect());
  }

  private void tell(@Nullable String remark) {
    if (connection == null) return;
    context.status().is(catchUp.isOpen() ? State.CATCHING_UP : State.STREAMING, remark);
  }

  private boolean isListening() {
    return connection != null && !catchUp.isOpen();
  }

  /** Connects anew when posts should have come. */
  private void tooQuiet(Instant since, Instant now) {
    if (connection == null) return;
    catchUp.suspect(since, now, SILENT);
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
        silence.post(now);
      }
      Future<Stored> stored = context.bring(posts, retracted, catchUp.reached(cursor));
      if (catchUp.isReplaying()) stored.onSuccess(catchUp::replayed);
    }

    @Override
    public void caughtUp(@Nullable Instant reachedBackTo) {
      if (connection == of) catchUp.caughtUp(reachedBackTo);
    }
  }
}
