package afa.export.folder;

import afa.database.PgText;
import afa.feed.FeedJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The pictures of a folder by their addresses on the web: a file each, or why there is none. */
final class Pictures {
  static final String LIST = "data/media.jsonl";

  private static final Pattern FILE = Pattern.compile("media/([0-9a-f]{64})\\.[a-z]{3,4}");

  private final Map<String, Picture> byAddress = new TreeMap<>();

  /**
   * A picture.
   *
   * @param file from the folder, or empty
   * @param reason why there is no file, or empty
   */
  record Picture(String file, String reason) {}

  /** Those that an earlier folder has, whole; where there is none, none. */
  static Map<String, Path> of(Path folder) throws IOException {
    Map<String, Path> kept = new HashMap<>();
    for (JsonNode node : list(folder)) {
      String name = node.path("file").asText();
      var sum = FILE.matcher(name);
      Path file = folder.resolve(name);
      boolean isWhole =
          sum.matches() && Files.isRegularFile(file) && Checksums.of(file).equals(sum.group(1));
      if (isWhole) kept.put(node.path("url").asText(), file);
    }
    return kept;
  }

  /** Why an earlier folder lacks the others. */
  static Map<String, String> reasons(Path folder) throws IOException {
    Map<String, String> reasons = new HashMap<>();
    for (JsonNode node : list(folder)) {
      if (node.has("reason"))
        reasons.put(node.path("url").asText(), node.path("reason").asText());
    }
    return reasons;
  }

  private static List<JsonNode> list(Path folder) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    Path list = folder.resolve(LIST);
    if (!Files.isRegularFile(list)) return nodes;
    for (String line : Files.readAllLines(list)) nodes.add(FeedJson.MAPPER.readTree(line));
    return nodes;
  }

  void put(String address, Picture picture) {
    byAddress.put(address, picture);
  }

  Optional<Picture> of(String address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  long kept() {
    return byAddress.values().stream().filter(each -> !each.file().isEmpty()).count();
  }

  long missing() {
    return byAddress.size() - kept();
  }

  /** Sorted by address. */
  void write(Path folder) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(LIST))) {
      for (Map.Entry<String, Picture> each : byAddress.entrySet()) {
        ObjectNode node = FeedJson.MAPPER.createObjectNode().put("url", each.getKey());
        Picture picture = each.getValue();
        if (picture.file().isEmpty()) node.put("reason", picture.reason());
        else node.put("file", picture.file());
        out.append(PgText.json(FeedJson.MAPPER.writeValueAsString(node))).append('\n');
      }
    }
  }
}
