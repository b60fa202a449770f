package afa.rehearsal;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads everything that is there of the event on a network, as a stranger to our code would: by the
 * addresses and tokens that nodes are told, and the network's own API.
 */
final class RawReader {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String TAG = RehearsedEvent.HASHTAG;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> told;

  /**
   * @param told the environment of a node
   */
  RawReader(Map<String, String> told) {
    this.told = told;
  }

  String get(String url, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
    if (headers.length > 0) request.headers(headers);
    return http.send(request.build(), BodyHandlers.ofString()).body();
  }

  JsonObject post(String url, String json) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url))
        .timeout(PATIENCE)
        .headers("content-type", "application/json", "authorization", bearer("X_BEARER_TOKEN"))
        .POST(BodyPublishers.ofString(json))
        .build();
    return new JsonObject(http.send(request, BodyHandlers.ofString()).body());
  }

  private String bearer(String variable) {
    return "Bearer " + told.get(variable);
  }

  /** Asks X for the posts of the event, as its ledger counts what a rule asks for. */
  void addRule() throws Exception {
    post(
        told.get("X_API_URL") + "/2/tweets/search/stream/rules",
        "{\"add\":[{\"value\":\"#" + TAG + "\"}]}");
  }

  /** The identities of what a network has. */
  Set<String> ids(String network) throws Exception {
    return switch (network) {
      case "x" -> x();
      case "mastodon" -> mastodon();
      case "bluesky" -> bluesky();
      case "flickr" -> flickr();
      case "feeds" -> feeds();
      default -> throw new IllegalArgumentException(network);
    };
  }

  /** Opens X's stream and leaves it open; gives the status of the answer. */
  int follow() throws Exception {
    URI stream = URI.create(told.get("X_API_URL") + "/2/tweets/search/stream");
    HttpRequest request = HttpRequest.newBuilder(stream)
        .header("authorization", bearer("X_BEARER_TOKEN"))
        .build();
    return http.send(request, BodyHandlers.ofInputStream()).statusCode();
  }

  private Set<String> x() throws Exception {
    Set<String> ids = new TreeSet<>();
    String next = "";
    while (next != null) {
      JsonObject page = new JsonObject(get(
          told.get("X_API_URL") + "/2/tweets/search/recent?max_results=100&query=%23" + TAG + next,
          "authorization",
          bearer("X_BEARER_TOKEN")));
      page.getJsonArray("data", new JsonArray())
          .forEach(post -> ids.add(((JsonObject) post).getString("id")));
      String token = page.getJsonObject("meta").getString("next_token");
      next = token == null ? null : "&next_token=" + token;
    }
    return ids;
  }

  /** Of all servers, each post once. */
  private Set<String> mastodon() throws Exception {
    Set<String> ids = new TreeSet<>();
    String token = told.get("MASTODON_TOKEN").split("[,=]", -1)[1]; // the same at both servers
    for (String server : told.get("MASTODON_URL").split(",", -1)) {
      String before = "";
      while (before != null) {
        String url = server + "/api/v1/timelines/tag/" + TAG + "?limit=40" + before;
        JsonArray page = new JsonArray(get(url, "authorization", "Bearer " + token));
        page.forEach(post -> {
          JsonObject status = (JsonObject) post;
          if (mayBeShown(status.getJsonObject("account"))) ids.add(status.getString("uri"));
        });
        before = page.isEmpty()
            ? null
            : "&max_id=" + page.getJsonObject(page.size() - 1).getString("id");
      }
    }
    return ids;
  }

  private static boolean mayBeShown(JsonObject account) {
    return !Boolean.TRUE.equals(account.getBoolean("noindex"))
        && !Boolean.FALSE.equals(account.getBoolean("discoverable"))
        && !account.getString("note", "").toLowerCase(Locale.ROOT).contains("nobot");
  }

  private Set<String> flickr() throws Exception {
    JsonObject page = new JsonObject(get(told.get("FLICKR_API_URL")
        + "/services/rest/?method=flickr.photos.search&format=json&nojsoncallback=1&per_page=500"
        + "&tags=" + TAG + "&api_key=" + told.get("FLICKR_API_KEY")));
    Set<String> ids = new TreeSet<>();
    page.getJsonObject("photos").getJsonArray("photo").forEach(photo -> {
      JsonObject one = (JsonObject) photo;
      // As Flickr does: private ones come too, marked.
      if ("1".equals(String.valueOf(one.getValue("ispublic", 1)))) ids.add(one.getString("id"));
    });
    return ids;
  }

  private Set<String> feeds() throws Exception {
    Set<String> ids = new TreeSet<>();
    for (String url : told.get("FEEDS").split(",", -1)) {
      String text = get(url);
      // The first of an entry; the feed has an id as well.
      Matcher xml = Pattern.compile(
              "<(?:item|entry)\\b.*?<(?:guid|id)\\b[^>]*>([^<]+)</", Pattern.DOTALL)
          .matcher(text);
      while (xml.find()) ids.add(xml.group(1).strip());
      if (!text.startsWith("{")) continue;
      new JsonObject(text)
          .getJsonArray("items")
          .forEach(item -> ids.add(((JsonObject) item).getString("id")));
    }
    return ids;
  }

  /** By replay: what was made and not deleted since. */
  private Set<String> bluesky() throws Exception {
    Replay replay = new Replay();
    long cursor = Instant.now().minus(Duration.ofHours(24)).toEpochMilli() * 1_000;
    String url = told.get("BLUESKY_JETSTREAM_URL").replaceFirst("^http", "ws")
        + "/subscribe?wantedCollections=app.bsky.feed.post&cursor=" + cursor;
    WebSocket socket = http.newWebSocketBuilder()
        .connectTimeout(PATIENCE)
        .buildAsync(URI.create(url), replay)
        .get(10, java.util.concurrent.TimeUnit.SECONDS);
    replay.awaitPresent();
    socket.abort();
    return replay.ids();
  }

  private static final class Replay implements WebSocket.Listener {
    private final Instant began = Instant.now();
    private final StringBuilder text = new StringBuilder();
    private final Set<String> ids = new HashSet<>();
    private final java.util.concurrent.CountDownLatch present =
        new java.util.concurrent.CountDownLatch(1);

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        event(new JsonObject(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    private synchronized void event(JsonObject event) {
      // Strangers post all the time, so something new comes soon after the last of the old.
      if (event.getLong("time_us") / 1_000 >= began.toEpochMilli()) present.countDown();
      JsonObject commit = event.getJsonObject("commit");
      if (commit == null || !commit.getString("collection").equals("app.bsky.feed.post")) return;
      String id =
          "at://" + event.getString("did") + "/app.bsky.feed.post/" + commit.getString("rkey");
      if (commit.getString("operation").equals("delete")) ids.remove(id);
      else if (commit.encode().toLowerCase(Locale.ROOT).contains("#" + TAG)) ids.add(id);
    }

    void awaitPresent() throws InterruptedException {
      present.await(10, java.util.concurrent.TimeUnit.SECONDS);
    }

    synchronized Set<String> ids() {
      return new TreeSet<>(ids);
    }
  }
}
