package afa.store;

import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.feed.FeedJson;
import afa.feed.LogEntry;
import afa.feed.Position;
import afa.message.AppendPosts;
import afa.message.ArchivePage;
import afa.message.HeadAnnounced;
import afa.message.LogPage;
import afa.message.ReadLog;
import afa.message.SourceCursor;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The logs in Redis: for each event a list whose n-th element is update n. */
public final class RedisLog implements Log {
  /** Longer than a fork or an fsync of a healthy Redis takes, shorter than the callers wait. */
  private static final Duration TIMEOUT = Duration.ofSeconds(4);

  private static final RedisScript APPEND = new RedisScript("/redis/append.lua");
  private static final RedisScript READ = new RedisScript("/redis/read.lua");
  private static final RedisScript CLAIM = new RedisScript("/redis/claim.lua");
  private static final RedisScript CURSOR = new RedisScript("/redis/cursor.lua");
  private static final RedisScript RESTORE = new RedisScript("/redis/restore.lua");
  private static final RedisScript BEGIN = new RedisScript("/redis/begin.lua");

  private final Vertx vertx;
  private final Redis redis;
  private final Supplier<String> newEpoch;
  private final Map<String, AppendLane> lanes = new ConcurrentHashMap<>(); // by event
  private final Insisted insisted = new Insisted();

  private RedisLog(Vertx vertx, Redis redis, Supplier<String> newEpoch) {
    this.vertx = vertx;
    this.redis = redis;
    this.newEpoch = newEpoch;
  }

  /**
   * The logs in the Redis at {@code url} ({@link RedisAddress}). Does not connect yet: a Redis that is
   * away fails each step until it is back.
   */
  public static RedisLog at(Vertx vertx, String url) {
    RedisOptions options = RedisAddress.parse(url).options();
    // A connection whose packets get no answer is given up, not after the kernel's 15 minutes.
    options.getNetClientOptions().setTcpUserTimeout((int) TIMEOUT.toMillis());
    return new RedisLog(vertx, Redis.createClient(vertx, options), EpochIds::random);
  }

  @Override
  public Future<Void> register(EventInfo event) {
    Request info =
        Request.cmd(Command.HSET).arg(RedisKeys.EVENTS).arg(event.event()).arg(json(event));
    return bounded(redis.send(info)).mapEmpty();
  }

  @Override
  public void insist(String event, Position least) {
    insisted.atLeast(event, least);
  }

  @Override
  public Future<Position> found(String event) {
    return readPage(event, 0, 0).map(page -> new Position(page.epoch(), page.head()));
  }

  @Override
  public Future<Long> restore(
      String event, String life, String instead, long since, List<ArchivePage.Entry> entries) {
    List<String> keys = new RedisKeys(event).forMending();
    return vertx
        .executeBlocking(() -> Restoration.words(since, entries)) // takes 15 ms for 500
        .compose(words -> {
          List<String> arguments =
              new ArrayList<>(List.of(life, instead, Long.toString(since), newEpoch.get()));
          arguments.addAll(words);
          return bounded(RESTORE.run(redis, keys, arguments));
        })
        .map(Response::toLong);
  }

  @Override
  public Future<Boolean> begin(String event, String life, long head, boolean keeps) {
    List<String> arguments = List.of(life, Long.toString(head), keeps ? life : newEpoch.get());
    return bounded(BEGIN.run(redis, new RedisKeys(event).forMending(), arguments))
        .map(begun -> begun.toInteger() == 1);
  }

  @Override
  public Future<String> identity() {
    Request name = Request.cmd(Command.SETNX).arg(RedisKeys.IDENTITY).arg(newEpoch.get());
    Request read = Request.cmd(Command.GET).arg(RedisKeys.IDENTITY);
    return bounded(redis.send(name))
        .compose(named -> bounded(redis.send(read)))
        .map(Response::toString);
  }

  @Override
  public Future<List<EventInfo>> events() {
    return bounded(redis.send(Request.cmd(Command.HVALS).arg(RedisKeys.EVENTS)))
        .map(answer -> answer.stream().map(info -> event(info.toString())).toList());
  }

  @Override
  public Future<Append> append(AppendPosts request) {
    return lanes
        .computeIfAbsent(request.event(), event -> new AppendLane(script -> run(event, script)))
        .append(request);
  }

  private Future<List<Future<Append>>> run(String event, AppendScript script) {
    RedisKeys keys = new RedisKeys(event);
    List<String> arguments = script.arguments(keys.channel(), insisted.of(event).toString());
    return bounded(APPEND.run(redis, keys.forAppend(), arguments))
        .recover(failure ->
            Future.failedFuture(RedisScript.isError("LOST", failure) ? new Lost(event) : failure))
        .onSuccess(answer -> insisted.grew(event, AppendScript.head(answer)))
        .map(script::read);
  }

  @Override
  public Future<Long> claim(String event, String network) {
    List<String> keys = List.of(new RedisKeys(event).fences());
    return bounded(CLAIM.run(redis, keys, List.of(network))).map(Response::toLong);
  }

  @Override
  public Future<LogPage> read(ReadLog request) {
    return page(request.event(), request.since(), request.limit());
  }

  @Override
  public Future<HeadAnnounced> head(String event) {
    return page(event, 0, 0).map(page -> new HeadAnnounced(event, page.epoch(), page.head()));
  }

  private Future<LogPage> page(String event, long since, int limit) {
    Position least = insisted.of(event);
    return readPage(event, since, limit).compose(page -> {
      Position head = new Position(page.epoch(), page.head());
      if (!Insisted.isMet(least, head)) return Future.failedFuture(new Lost(event));
      insisted.grew(event, head);
      return Future.succeededFuture(page);
    });
  }

  private Future<LogPage> readPage(String event, long since, int limit) {
    RedisKeys keys = new RedisKeys(event);
    List<String> arguments = List.of(Long.toString(since), Integer.toString(limit));
    return bounded(READ.run(redis, List.of(keys.updates(), keys.epoch()), arguments))
        .map(answer -> {
          List<LogEntry> entries = new ArrayList<>(answer.size());
          for (int i = 2; i < answer.size(); i++) {
            entries.add(new LogEntry(since + i - 1, answer.get(i).toString()));
          }
          return new LogPage(answer.get(0).toString(), answer.get(1).toLong(), entries);
        });
  }

  @Override
  public Future<SourceCursor> cursor(String event, String source) {
    String life = insisted.of(event).epoch();
    return bounded(CURSOR.run(redis, new RedisKeys(event).forCursor(), List.of(source)))
        .compose(answer -> life.isEmpty() || life.equals(text(answer.get(2)))
            ? Future.succeededFuture(sourceCursor(answer))
            : Future.failedFuture(new Lost(event)));
  }

  private static SourceCursor sourceCursor(Response answer) {
    String coverage = text(answer.get(1));
    return new SourceCursor(
        text(answer.get(0)),
        coverage == null ? null : FeedJson.coverage(coverage),
        text(answer.get(2)));
  }

  private static @Nullable String text(@Nullable Response answer) {
    return answer == null ? null : answer.toString();
  }

  @Override
  public Future<Map<String, Coverage>> coverage(String event) {
    Request request = Request.cmd(Command.HGETALL).arg(new RedisKeys(event).coverage());
    return bounded(redis.send(request)).map(answer -> {
      Map<String, Coverage> sources = new TreeMap<>();
      for (String source : answer.getKeys()) {
        sources.put(source, FeedJson.coverage(answer.get(source).toString()));
      }
      return sources;
    });
  }

  /** Closes the connections. */
  public Future<Void> close() {
    return redis.close();
  }

  private static <T> Future<T> bounded(Future<T> step) {
    return step.timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static String json(EventInfo event) {
    try {
      return FeedJson.MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static EventInfo event(String json) {
    try {
      return FeedJson.MAPPER.readValue(json, EventInfo.class);
    } catch (JsonProcessingException notOurs) {
      throw new IllegalStateException(RedisKeys.EVENTS + " holds something else: " + json, notOurs);
    }
  }
}
