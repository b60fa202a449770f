package afa.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a network sent beside what the log has of it. Pure.
 *
 * @param sent posts that a reader who did everything right has
 * @param missing ids of those that are not in the log
 * @param extra ids in the log that were deleted, or never sent
 * @param doubled ids that are there more than once
 * @param unedited ids of posts that were edited and stand there as they were
 */
record Tally(
    int sent,
    int deleted,
    int edited,
    List<String> missing,
    List<String> extra,
    List<String> doubled,
    List<String> unedited) {

  /**
   * Compares.
   *
   * @param ledger lines of the simulator's ledger, every post there ever was
   * @param log all entries of the log
   */
  static Tally of(String network, List<JsonNode> ledger, List<JsonNode> log) {
    Set<String> sent = new HashSet<>();
    Set<String> deleted = new HashSet<>();
    Set<String> edited = new HashSet<>();
    for (JsonNode line : ledger) {
      String id = line.path("firstId").asText();
      boolean isEdit = !id.equals(line.path("id").asText());
      if (line.path("deleted").asBoolean()) deleted.add(id); // of which nobody knows who asked
      if (!line.path("matches").asBoolean()) continue;
      if (line.path("reachable").asBoolean()) sent.add(id);
      if (isEdit || line.path("edited").asBoolean()) edited.add(id);
    }
    sent.removeAll(deleted);
    edited.retainAll(sent);
    Set<String> here = new HashSet<>();
    Set<String> revised = new HashSet<>();
    List<String> doubled = new ArrayList<>();
    for (JsonNode entry : log) {
      boolean isPost = entry.path("type").asText().equals("post");
      if (!isPost || !entry.path("source").asText().equals(network)) continue;
      String id = entry.path("id").asText();
      if (!here.add(id)) doubled.add(id);
      if (entry.has("version")) revised.add(id);
    }
    return new Tally(
        sent.size(),
        deleted.size(),
        edited.size(),
        without(sent, here),
        without(here, sent),
        doubled,
        without(edited, revised));
  }

  private static List<String> without(Set<String> some, Set<String> others) {
    return some.stream().filter(id -> !others.contains(id)).sorted().toList();
  }

  boolean isRight() {
    return missing.isEmpty() && extra.isEmpty() && doubled.isEmpty() && unedited.isEmpty();
  }
}
