package afa.talks;

import afa.feed.EventInfo;
import afa.schedule.NotASchedule;
import afa.schedule.Schedule;
import afa.schedule.ScheduleImport;
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
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Reads the schedule of an event from its file or its address on the web. */
final class ScheduleReader {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Pattern WEB = Pattern.compile("(?i)https?://.*");

  private final Vertx vertx;
  private final HttpClientAgent client;

  ScheduleReader(Vertx vertx) {
    this.vertx = vertx;
    this.client = vertx.createHttpClient();
  }

  /**
   * What is there now; fails with a message that ends a sentence.
   *
   * @param address of the event's schedule
   */
  Future<Schedule> read(EventInfo event, String address) {
    ZoneId zone = ZoneId.of(event.timeZone());
    return file(address).compose(file -> vertx.executeBlocking(() -> parse(file, zone), false));
  }

  /** Long files take their time: not on the event loop. */
  private static Schedule parse(Buffer file, ZoneId zone) throws NotASchedule {
    return ScheduleImport.read(file.getBytes(), zone);
  }

  private Future<Buffer> file(String address) {
    if (!WEB.matcher(address).matches()) return vertx.fileSystem().readFile(address);
    RequestOptions request = new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(address);
    return client
        .request(request)
        .compose(ready -> ready.send())
        .compose(ScheduleReader::body)
        .timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Future<Buffer> body(HttpClientResponse response) {
    if (response.statusCode() != 200) {
      response.request().reset();
      return Future.failedFuture("was answered with status " + response.statusCode());
    }
    Promise<Buffer> whole = Promise.promise();
    Buffer collected = Buffer.buffer();
    response.handler(part -> {
      collected.appendBuffer(part);
      if (collected.length() > ScheduleImport.MOST_BYTES) {
        whole.tryFail("is longer than " + ScheduleImport.MOST_BYTES + " bytes");
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
