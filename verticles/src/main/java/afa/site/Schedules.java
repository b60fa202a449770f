package afa.site;

import afa.feed.EventInfo;
import afa.schedule.NotASchedule;
import afa.schedule.Schedule;
import afa.schedule.ScheduleImport;
import afa.schedule.Talk;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The talks of each event, read again every few minutes. A schedule that cannot be read leaves the
 * talks that were known, and is said once. Used on one event loop only.
 */
final class Schedules {
  private static final Logger log = LoggerFactory.getLogger(Schedules.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final HttpClientAgent client;
  private final Map<String, KeptSchedule> kept = new HashMap<>();
  private final Set<String> unreadable = new HashSet<>();

  Schedules(Vertx vertx) {
    this.vertx = vertx;
    this.client = vertx.createHttpClient();
  }

  /** The talks of an event as last read; empty when it has no schedule. */
  List<Talk> of(String event) {
    KeptSchedule schedule = kept.get(event);
    return schedule == null ? List.of() : schedule.talks();
  }

  /** Reads those of these events; never fails. */
  Future<Void> refresh(List<EventInfo> events) {
    List<Future<Void>> reads = events.stream()
        .filter(event -> event.schedule() != null)
        .map(this::refresh)
        .toList();
    return Future.join(reads).mapEmpty();
  }

  private Future<Void> refresh(EventInfo event) {
    String address = String.valueOf(event.schedule());
    return read(address)
        .compose(file -> vertx.executeBlocking(() -> parse(file, event)))
        .onSuccess(schedule -> keep(event.event(), schedule))
        .onFailure(failure -> {
          if (!unreadable.add(event.event())) return;
          log.warn(
              "Schedule unreadable, asked again: event={} address={} reason={}",
              event.event(),
              address,
              failure.getMessage());
        })
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  /** Long files take their time: not on the event loop. */
  private static Schedule parse(Buffer file, EventInfo event) throws NotASchedule {
    return ScheduleImport.read(file.getBytes(), ZoneId.of(event.timeZone()));
  }

  private void keep(String event, Schedule schedule) {
    unreadable.remove(event);
    kept.computeIfAbsent(event, KeptSchedule::new).take(schedule);
  }

  private Future<Buffer> read(String address) {
    if (WebAddress.orNull(address) == null) return vertx.fileSystem().readFile(address);
    RequestOptions request = new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(address);
    return client
        .request(request)
        .compose(ready -> ready.send())
        .compose(Schedules::body)
        .timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Future<Buffer> body(HttpClientResponse response) {
    if (response.statusCode() != 200) {
      response.request().reset();
      return Future.failedFuture("status " + response.statusCode());
    }
    Promise<Buffer> whole = Promise.promise();
    Buffer collected = Buffer.buffer();
    response.handler(part -> {
      collected.appendBuffer(part);
      if (collected.length() > ScheduleImport.MOST_BYTES) {
        whole.tryFail("longer than " + ScheduleImport.MOST_BYTES + " bytes");
        response.request().reset();
      }
    });
    response.exceptionHandler(whole::tryFail).endHandler(end -> whole.tryComplete(collected));
    return whole.future();
  }

  Future<Void> close() {
    return client.close();
  }
}
