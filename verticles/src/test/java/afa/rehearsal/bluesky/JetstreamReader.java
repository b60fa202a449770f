package afa.rehearsal.bluesky;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/** A plain client of Jetstream that queues what it gets. */
final class JetstreamReader {
  private static final String CLOSED = "closed";
  private final WebSocketClient client;
  private final WebSocket socket;
  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();

  JetstreamReader(Vertx vertx, String url) throws Exception {
    client = vertx.createWebSocketClient(
        new WebSocketClientOptions().setMaxFrameSize(8 << 20).setMaxMessageSize(8 << 20));
    WebSocketConnectOptions options = new WebSocketConnectOptions();
    options.setAbsoluteURI(url.replaceFirst("^http", "ws"));
    if (url.contains("subscribeEvents")) options.addSubProtocol("xrpc.v1.json");
    socket = client
        .connect(options)
        .map(opened -> {
          opened.textMessageHandler(frames::add);
          opened.binaryMessageHandler(bytes -> frames.add("binary"));
          opened.closeHandler(gone -> frames.add(CLOSED));
          return opened;
        })
        .await(30, SECONDS);
  }

  void send(String text) {
    socket.writeTextMessage(text);
  }

  /** The next frame as it is. */
  String frame() throws InterruptedException {
    return frames.poll(30, SECONDS);
  }

  /** The next event like that; null when the connection ends before. */
  JsonObject event(Predicate<JsonObject> wanted) throws InterruptedException {
    for (String text = frame(); text != null && !text.equals(CLOSED); text = frame()) {
      try {
        JsonObject event = new JsonObject(text);
        if (wanted.test(event)) return event;
      } catch (DecodeException garbage) {
        // not an event
      }
    }
    return null;
  }

  /** The next event about a post of that address. */
  JsonObject about(String uri) throws InterruptedException {
    String rkey = uri.substring(uri.lastIndexOf('/') + 1);
    return event(event -> rkey.equals(event
        .getJsonObject("commit", event.getJsonObject("payload", new JsonObject()))
        .getString("rkey")));
  }

  /** Whether the connection ends. */
  boolean ends() throws InterruptedException {
    String text = frame();
    while (text != null && !text.equals(CLOSED)) text = frame();
    return text != null;
  }
}
