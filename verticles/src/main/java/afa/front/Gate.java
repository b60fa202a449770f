package afa.front;

import afa.http.Doors;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands at the listening socket of a node: counts who comes and goes, turns away whom there is no
 * room for, and makes each known to its event loop. Vert.x tells of a connection only once it sent the
 * head of a request, and some never do.
 */
@ChannelHandler.Sharable
public final class Gate extends ChannelInboundHandlerAdapter {
  /**
   * One piece at a time: many small requests behind an unanswered one must not be taken in by the
   * thousand before Vert.x stops reading.
   */
  private static final RecvByteBufAllocator PIECE =
      new FixedRecvByteBufAllocator(4_096).maxMessagesPerRead(1);

  private final FrontConfig config;
  private final Doors doors;
  private final FrontCounters counters;
  private final Map<Thread, Visits> loops = new ConcurrentHashMap<>();
  private final AtomicReference<Channel> listening = new AtomicReference<>();
  private final Arrival arrival = new Arrival();
  private volatile boolean showsArrivals;

  /** For one node; counted where every registry of the process shows it. */
  public Gate(FrontConfig config, Doors doors) {
    this(config, doors, Metrics.globalRegistry);
  }

  /** Counted in one registry alone. */
  public Gate(FrontConfig config, Doors doors, MeterRegistry registry) {
    this.config = config;
    this.doors = doors;
    this.counters = new FrontCounters(registry);
  }

  FrontConfig config() {
    return config;
  }

  FrontCounters counters() {
    return counters;
  }

  /**
   * Whoever arrives on the event loop that calls is watched by {@code visits}.
   *
   * @param isClear delivery may read the first bytes; of TLS they tell nothing, and who speaks in
   *     clear to a port that encrypts must not be served
   */
  void open(Visits visits, boolean isClear) {
    showsArrivals = isClear;
    loops.put(Thread.currentThread(), visits);
  }

  /** Who watches the connections of the event loop that calls. */
  Visits here() {
    return loops.get(Thread.currentThread());
  }

  /** Nobody watches there any more. */
  void close() {
    loops.remove(Thread.currentThread());
  }

  /** Whether the event loop that calls is the one that does what is to be done once for all. */
  boolean isFirst() {
    Iterator<Thread> all = loops.keySet().iterator();
    return all.hasNext() && all.next() == Thread.currentThread();
  }

  /** Whether it stands at a socket that listens. */
  boolean stands() {
    Channel socket = listening.get();
    return socket != null && socket.isOpen();
  }

  /** Takes its stand where this connection was accepted, unless it stands there already. */
  void standWhereCame(Channel connection) {
    Channel socket = connection.parent();
    if (listening.getAndSet(socket) != socket) socket.pipeline().addFirst(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object accepted) {
    Channel connection = (Channel) accepted;
    if (counters.open.incrementAndGet() > config.maxConnections()) {
      counters.open.decrementAndGet();
      counters.refused.increment();
      connection.unsafe().closeForcibly(); // it has no event loop yet that could close it
      return;
    }
    counters.accepted.increment();
    connection.config().setRecvByteBufAllocator(PIECE);
    connection.closeFuture().addListener(this::left);
    connection.pipeline().addLast(arrival);
    context.fireChannelRead(connection);
  }

  /** On the event loop of the connection, as is all that follows. */
  private void left(io.netty.util.concurrent.Future<?> closed) {
    counters.open.decrementAndGet();
    Visits visits = here();
    if (visits != null) visits.gone(((ChannelFuture) closed).channel());
  }

  @ChannelHandler.Sharable
  private final class Arrival extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel connection) {
      Visits visits = here();
      if (visits != null) visits.arrived(connection);
      if (showsArrivals) doors.arrived(connection);
    }
  }
}
