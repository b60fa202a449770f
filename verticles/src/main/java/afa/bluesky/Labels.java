package afa.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What authors and moderators said of a post or an account, as far as it decides what a public page
 * may show.
 *
 * @param values such as {@code nudity} or {@code !hide}
 */
record Labels(Set<String> values) {
  private static final int MOST = 100;

  private static final Set<String> HIDE = Set.of("!hide", "!warn", "!takedown", "!suspend");

  /** The author wants to be seen only by people who are logged in. */
  private static final String LOGGED_IN_ONLY = "!no-unauthenticated";

  private static final Map<String, String> WARNINGS = Map.of(
      "porn", "adult content",
      "sexual", "sexually suggestive",
      "sexual-figurative", "sexually suggestive",
      "nudity", "nudity",
      "graphic-media", "graphic media",
      "gore", "graphic media");

  /** Labels of nobody. */
  static final Labels NONE = new Labels(Set.of());

  Labels {
    values = Set.copyOf(values);
  }

  /** Those that a record has of itself. */
  static Labels ofRecord(JsonNode record) {
    return read(record.path("labels").path("values"));
  }

  /** Those that a view of the network lists, whoever gave them. */
  static Labels ofView(JsonNode view) {
    return read(view.path("labels"));
  }

  private static Labels read(JsonNode labels) {
    Set<String> values = new HashSet<>();
    for (JsonNode label : labels) {
      boolean revoked = label.path("neg").asBoolean();
      String value = BlueskyJson.text(label, "val");
      if (!revoked && !value.isEmpty() && values.size() < MOST) values.add(value);
    }
    return new Labels(values);
  }

  /** Why it must not be shown at all, if so. */
  Optional<String> reasonToHide() {
    if (values.contains(LOGGED_IN_ONLY)) return Optional.of("only for people who are logged in");
    return values.stream().anyMatch(HIDE::contains) ? Optional.of("hidden") : Optional.empty();
  }

  /** Why it is not for everybody's eyes, if so. */
  Optional<String> warning() {
    return values.stream()
        .sorted()
        .filter(WARNINGS::containsKey)
        .map(WARNINGS::get)
        .findFirst();
  }

  /** Whether the account says that a program writes its posts. */
  boolean isBot() {
    return values.contains("bot");
  }
}
