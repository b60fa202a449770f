package afa.store;

import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.feed.FeedJson;
import afa.feed.LogEntry;
import afa.message.AppendPosts;
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

  private final Redis redis;
  private final Supplier<String> newEpoch;
  private final Map<String, AppendLane> lanes = new ConcurrentHashMap<>(); // by event

  private RedisLog(Redis redis, Supplier<String> newEpoch) {
    this.redis = redis;
    this.newEpoch = newEpoch;
  }

  /**
   * The logs in the Redis at {@code url}. Does not connect yet: a Redis that is away fails each
   * step until it is back.
   */
  public static RedisLog at(Vertx vertx, String url) {
    RedisOptions options = new RedisOptions()
        .setConnectionString(url)
        .setMaxPoolSize(8)
        .setMaxPoolWaiting(1_000)
        .setMaxWaitingHandlers(10_000);
    // A connection whose packets get no answer is given up, not after the kernel's 15 minutes.
    options.getNetClientOptions().setTcpUserTimeout((int) TIMEOUT.toMillis());
    return new RedisLog(Redis.createClient(vertx, options), EpochIds::random);
  }

  @Override
  public Future<Void> register(EventInfo event) {
    Request info =
        Request.cmd(Command.HSET).arg(RedisKeys.EVENTS).arg(event.event()).arg(json(event));
    RedisKeys keys = new RedisKeys(event.event());
    Request epoch = Request.cmd(Command.SETNX).arg(keys.epoch()).arg(newEpoch.get());
    return bounded(redis.send(epoch))
        .compose(given -> bounded(redis.send(info)))
        .mapEmpty();
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
    List<String> arguments = script.arguments(keys.channel(), newEpoch.get());
    return bounded(APPEND.run(redis, keys.forAppend(), arguments)).map(script::read);
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
    return bounded(CURSOR.run(redis, new RedisKeys(event).forCursor(), List.of(source)))
        .map(answer -> {
          String coverage = text(answer.get(1));
          return new SourceCursor(
              text(answer.get(0)),
              coverage == null ? null : FeedJson.coverage(coverage),
              text(answer.get(2)));
        });
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
