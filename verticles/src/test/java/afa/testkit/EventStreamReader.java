package afa.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.parsetools.RecordParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Reads server-sent events from a real socket, one by one. */
public final class EventStreamReader {
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> comments = new LinkedBlockingQueue<>();
  private final HttpClientResponse response;
  private volatile String id = "";
  private String name = "message";
  private final List<String> data = new ArrayList<>();

  /** An event; {@code name} is {@code message} where the stream named none. */
  public record Event(String id, String name, String data) {}

  private EventStreamReader(HttpClientResponse response) {
    this.response = response;
    RecordParser lines = RecordParser.newDelimited("\n", line -> line(line.toString()));
    response.handler(lines);
    response.endHandler(end -> events.add(new Event("", "end", "")));
    response.exceptionHandler(cut -> events.add(new Event("", "end", "")));
  }

  /** Opens a stream. */
  public static EventStreamReader open(
      Vertx vertx, int port, String path, Map<String, String> headers) throws Exception {
    HttpClient client = vertx.createHttpClient();
    HttpClientRequest request =
        client.request(HttpMethod.GET, port, "127.0.0.1", path).await(30, SECONDS);
    headers.forEach(request::putHeader);
    // Listened to before it is sent: what comes with the answer would find nobody otherwise.
    Future<EventStreamReader> reader = request.response().map(EventStreamReader::new);
    request.send();
    return reader.await(30, SECONDS);
  }

  /** The next event; waits for it. */
  public Event next() throws InterruptedException {
    Event event = events.poll(30, SECONDS);
    if (event == null) throw new AssertionError("no event within 20 s");
    return event;
  }

  /** The next events. */
  public List<Event> next(int count) throws InterruptedException {
    List<Event> next = new ArrayList<>();
    while (next.size() < count) next.add(next());
    return next;
  }

  /** The next comment line; waits for it. */
  public String nextComment() throws InterruptedException {
    String comment = comments.poll(30, SECONDS);
    if (comment == null) throw new AssertionError("no comment within 20 s");
    return comment;
  }

  /** The id that a browser would come back with. */
  public String id() {
    return id;
  }

  public HttpClientResponse response() {
    return response;
  }

  /** Cuts the connection. */
  public void close() {
    response.request().reset();
  }

  private void line(String line) {
    if (line.isEmpty()) {
      if (!data.isEmpty()) events.add(new Event(id, name, String.join("\n", data)));
      data.clear();
      name = "message";
    } else if (line.startsWith(":")) {
      comments.add(line);
    } else if (line.startsWith("id: ")) {
      id = line.substring(4);
    } else if (line.startsWith("event: ")) {
      name = line.substring(7);
    } else if (line.startsWith("data: ")) {
      data.add(line.substring(6));
    }
  }
}
