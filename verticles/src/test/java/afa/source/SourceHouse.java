package afa.source;

import static java.util.concurrent.TimeUnit.SECONDS;

import afa.bus.Pulse;
import afa.bus.RecordCodec;
import afa.feed.Coverage;
import afa.feed.CoverageInterval;
import afa.feed.EventInfo;
import afa.feed.Post;
import afa.message.Addresses;
import afa.message.BusMessage;
import afa.message.Fence;
import afa.message.ReadLog;
import afa.message.SourceReported;
import afa.store.StoreVerticle;
import afa.testkit.InMemoryLog;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a source's reader lives in: a store over an in-memory log, an event loop, ears. */
final class SourceHouse {
  static final String EVENT = "aea2010";
  static final BackoffRules SHORT = BackoffRules.STREAM.dividedBy(500);

  final InMemoryLog log = new InMemoryLog();
  final List<SourceReported> reports = new CopyOnWriteArrayList<>();
  private final Vertx vertx;
  private final Context loop;
  final Pulse pulse;

  SourceHouse(Vertx vertx) throws Exception {
    this(vertx, List.of());
  }

  /**
   * @param events whose heads are announced
   */
  SourceHouse(Vertx vertx, List<EventInfo> events) throws Exception {
    this.vertx = vertx;
    loop = vertx.getOrCreateContext();
    pulse = Pulse.giveTo(loop);
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    vertx.deployVerticle(new StoreVerticle(events, log)).await(30, SECONDS);
    Addresses.SOURCES.subscribe(vertx.eventBus(), reports::add).await(30, SECONDS);
  }

  /** Of whoever is the only owner. */
  Tenure tenure() {
    return new Tenure(vertx, EVENT, new Fence("x", 1), () -> {});
  }

  /** A reader at work, on its event loop. */
  record Running(SourceContext context, SourceReader reader) {}

  Running start(Function<SourceContext, SourceReader> make) throws Exception {
    return on(() -> {
      SourceContext context = new SourceContext(
          tenure(), "x", new Appender.Config(100, BackoffRules.HOUSE.dividedBy(50)));
      SourceReader reader = make.apply(context);
      reader.start();
      return new Running(context, reader);
    });
  }

  void stop(Running running) throws Exception {
    Future<Void> stopped = on(() -> running.reader().stop());
    stopped.await(30, SECONDS);
  }

  <T> T on(Supplier<T> action) throws Exception {
    Promise<T> done = Promise.promise();
    loop.runOnContext(now -> {
      try {
        done.complete(action.get());
      } catch (RuntimeException failure) {
        done.fail(failure);
      }
    });
    return done.future().await(30, SECONDS);
  }

  List<String> logged() {
    try {
      return Addresses.READ_LOG
          .call(vertx.eventBus(), new ReadLog(EVENT, 0, ReadLog.MAX_LIMIT))
          .await(30, SECONDS)
          .entries()
          .stream()
          .map(entry -> entry.update().post())
          .map(Post::id)
          .toList();
    } catch (Exception none) {
      return List.of();
    }
  }

  Coverage coverage(Running running) throws Exception {
    return on(() -> running.context().coverage().coverage());
  }

  /** The kinds of its intervals, each by its first letter. */
  String kinds(Running running) throws Exception {
    StringBuilder kinds = new StringBuilder();
    for (CoverageInterval interval : coverage(running).intervals()) {
      kinds.append(interval.kind().name().charAt(0));
    }
    return kinds.toString();
  }

  SourceReported.@Nullable State state() {
    return reports.isEmpty() ? null : reports.get(reports.size() - 1).state();
  }

  static PollReader.Rhythm every(Duration every) {
    return new PollReader.Rhythm(every, Duration.ZERO, SHORT);
  }
}
