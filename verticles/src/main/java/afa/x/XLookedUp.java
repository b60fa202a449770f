package afa.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a lookup tells about posts on display. Only what X says in so many words is gone is taken
 * away: a post that is missing without an error of its own stays.
 *
 * @param retracted identities of posts of the log that must go
 * @param outdated ids of the newest versions of posts that were edited
 */
record XLookedUp(List<String> retracted, List<String> outdated) {
  private static final Set<String> GONE =
      Set.of("resource-not-found", "not-authorized-for-resource");

  XLookedUp {
    retracted = List.copyOf(retracted);
    outdated = List.copyOf(outdated);
  }

  /**
   * Reads an answer.
   *
   * @param asked by id at X, the identities of those posts of the log that go with it
   */
  static XLookedUp read(JsonNode answer, Map<String, List<String>> asked, XPolicy policy) {
    XIncludes includes = new XIncludes(answer);
    List<String> retracted = new ArrayList<>();
    List<String> outdated = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (JsonNode post : answer.path("data")) {
      String id = XJson.text(post, "id");
      there.add(id);
      JsonNode author = includes.user(XJson.text(post, "author_id"));
      XVersions versions = XVersions.of(post);
      if (policy.reasonToHide(post, author) != null) {
        retracted.addAll(asked.getOrDefault(id, List.of()));
      } else if (versions.isOutdated()) {
        outdated.add(versions.newest());
      }
    }
    for (JsonNode error : answer.path("errors")) {
      String id = gone(error);
      if (!there.contains(id)) retracted.addAll(asked.getOrDefault(id, List.of()));
    }
    return new XLookedUp(retracted, outdated);
  }

  /** The post that an error is about; empty when it is about something else. */
  private static String gone(JsonNode error) {
    String parameter = XJson.text(error, "parameter");
    boolean isAsked = parameter.isEmpty() || parameter.equals("ids");
    if (!isAsked || !GONE.contains(XProblem.type(error))) return "";
    String id = XJson.text(error, "resource_id");
    return id.isEmpty() ? XJson.text(error, "value") : id;
  }
}
