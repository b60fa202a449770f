package afa.bluesky;

import afa.message.SourceReported.State;
import afa.source.Backoff;
import afa.source.Harvest;
import afa.source.SourceContext;
import afa.source.SourceFailure;
import afa.source.SourceProblem;
import afa.source.StreamReader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Jetstream: all posts of the network over a WebSocket, from a time in the past on. What came while
 * nobody was connected is replayed, so there is nothing to catch up by other means.
 */
final class Jetstream implements StreamReader.Network {
  /** The largest event worth reading; a record has some kilobytes. */
  private static final int MOST_EVENT_BYTES = 1_000_000;

  /** Where a broken server sends more, that is one malformed event and not the end. */
  private static final int MOST_MESSAGE_BYTES = 4 << 20;

  private static final String HELD = "Bluesky does not tell who may be shown: posts wait for it,"
      + " and are covered when that takes too long";
  private static final String LOST = "Bluesky did not keep it";

  private final SourceContext context;
  private final BlueskyTuning tuning;
  private final Desk desk;
  private final Hosts hosts;
  private final WebSocketClient client;
  private @Nullable JetstreamConnection connection; // null while there is none

  Jetstream(SourceContext context, BlueskyConfig config, Desk desk, WebSocketClient client) {
    this.context = context;
    this.tuning = config.tuning();
    this.desk = desk;
    this.hosts = new Hosts(config.jetstreams());
    this.client = client;
    desk.profiles().tell(this::waiting);
  }

  /** Made for large messages. */
  static WebSocketClient client(Vertx vertx, BlueskyTuning tuning) {
    return vertx.createWebSocketClient(new WebSocketClientOptions()
        .setConnectTimeout((int) tuning.answer().toMillis())
        .setMaxFrameSize(MOST_MESSAGE_BYTES)
        .setMaxMessageSize(MOST_MESSAGE_BYTES)
        .setClosingTimeout(1));
  }

  @Override
  public Future<StreamReader.Connection> connect(@Nullable String cursor) {
    long since = since(cursor);
    JetstreamUrl host = hosts.current();
    WebSocketConnectOptions options = new WebSocketConnectOptions();
    options.setAbsoluteURI(host.subscription(from(since), MOST_EVENT_BYTES));
    if (host.format() == JetstreamUrl.Format.V2) options.addSubProtocol("xrpc.v1.json");
    Future<WebSocket> connecting = client.connect(options);
    return connecting
        .timeout(tuning.answer().toMillis(), TimeUnit.MILLISECONDS)
        .map(socket -> opened(socket, since))
        .recover(failure -> {
          hosts.ended(false);
          connecting.onSuccess(WebSocket::close); // it came too late
          return Future.failedFuture(new SourceFailure(problem(failure)));
        });
  }

  @Override
  public @Nullable Future<Harvest> catchUp(@Nullable String cursor, Instant now) {
    return null; // it replays
  }

  private StreamReader.Connection opened(WebSocket socket, long since) {
    long present = JetstreamTime.micros(Instant.now());
    Replay replay = new Replay(since, present, tuning.lull(), this::report);
    JetstreamConnection opened =
        new JetstreamConnection(context.vertx(), socket, tuning, desk, replay);
    connection = opened;
    opened.ended().onSuccess(why -> {
      if (connection == opened) connection = null;
      if (!opened.flowed().isZero()) hosts.gaveCursor();
      boolean healthy = opened.flowed().compareTo(tuning.backoff().healthyAfter()) >= 0;
      hosts.ended(healthy);
    });
    return opened;
  }

  /** Says so while posts are held back; where nothing is connected, that is what counts. */
  private void waiting(boolean isWaiting) {
    if (connection == null) return;
    State working = connection.isReplaying() ? State.CATCHING_UP : State.STREAMING;
    context.status().is(isWaiting ? State.DEGRADED : working, isWaiting ? HELD : null);
  }

  /** Only behind what is stored already may a hole be written into the coverage. */
  private void report(Instant from, Instant to, Runnable told) {
    context.bring(List.of(), List.of(), null).onSuccess(stored -> {
      context.coverage().missed(from, to, LOST);
      context.counters().gap();
      told.run();
    });
  }

  private static long since(@Nullable String cursor) {
    boolean readable = cursor != null && cursor.matches("[0-9]{1,17}");
    return readable ? Math.max(0, JetstreamTime.checked(Long.parseLong(cursor))) : 0;
  }

  /** A little before the cursor, more where the clock is another one; at first some of the past. */
  private long from(long since) {
    if (since == 0) {
      return tuning.lookBack().isZero()
          ? 0
          : JetstreamTime.micros(Instant.now().minus(tuning.lookBack()));
    }
    long back = tuning.overlap().toNanos() / 1_000;
    long more = hosts.isOther() ? tuning.hostOverlap().toNanos() / 1_000 : 0;
    return since - back - more;
  }

  private static SourceProblem problem(Throwable failure) {
    if (!(failure instanceof UpgradeRejectedException refused)) {
      String what = failure.getClass().getSimpleName();
      return SourceProblem.of(Backoff.Cause.NETWORK, "cannot be reached: " + what);
    }
    int status = refused.getStatus();
    String sentence = "refused with " + status;
    if (status == 429) return SourceProblem.of(Backoff.Cause.LIMIT, sentence);
    boolean ours = status >= 400 && status < 500;
    return SourceProblem.of(ours ? Backoff.Cause.REFUSED : Backoff.Cause.SERVER, sentence);
  }
}
