package afa.chaos;

import afa.feed.Coverage;
import afa.feed.CoverageInterval;
import afa.feed.FeedJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a node tells the world over HTTP. */
final class NodeView {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final String event;

  /**
   * @param event address of an event's feed
   */
  NodeView(String event) {
    this.event = event;
  }

  /** All entries of the log, oldest first. */
  List<JsonNode> log() throws IOException, InterruptedException {
    List<JsonNode> entries = new ArrayList<>();
    long since = 0;
    while (true) {
      JsonNode page = get(event + "/updates?wait=0&limit=1000&since=" + since);
      page.path("updates").forEach(entries::add);
      since = page.path("next").asLong();
      if (page.path("updates").isEmpty()) return entries;
    }
  }

  /** The coverage of each source, or part of one. */
  Map<String, Coverage> coverage() throws IOException, InterruptedException {
    Map<String, Coverage> all = new LinkedHashMap<>();
    for (JsonNode source : get(event + "/coverage").path("sources")) {
      List<CoverageInterval> intervals = new ArrayList<>();
      for (JsonNode interval : source.path("intervals")) {
        intervals.add(FeedJson.MAPPER.treeToValue(interval, CoverageInterval.class));
      }
      String part = source.path("part").asText("");
      String name = source.path("source").asText();
      all.put(part.isEmpty() ? name : name + ":" + part, new Coverage(intervals));
    }
    return all;
  }

  static JsonNode get(String address) throws IOException, InterruptedException {
    return FeedJson.MAPPER.readTree(text(address));
  }

  /** A text, a line a fact. */
  static List<JsonNode> lines(String address) throws IOException, InterruptedException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : text(address).lines().toList()) lines.add(FeedJson.MAPPER.readTree(line));
    return lines;
  }

  private static String text(String address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
    HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() == 200) return answer.body();
    throw new IOException(answer.statusCode() + " from " + address + ": " + answer.body());
  }

  /** An order to the rehearsal; false when it does not know how. */
  static boolean order(String address, String json) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address))
        .timeout(PATIENCE)
        .header("content-type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json))
        .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }
}
