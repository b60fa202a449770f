package afa.flickr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is looked for on Flickr: photos with the tags, those with the text, and those of the groups.
 *
 * @param tags a leading {@code -} excludes; empty for no search by tags
 * @param allTags whether a photo needs all of the tags, or any
 * @param text looked for in titles, descriptions and tags; "" for no search by text
 * @param groups ids of group pools, all of whose photos are wanted
 * @param licenses numbers of the licences that are wanted; empty for all
 */
record FlickrQuery(
    List<String> tags, boolean allTags, String text, List<String> groups, Set<Integer> licenses) {

  FlickrQuery {
    tags = List.copyOf(tags);
    groups = List.copyOf(groups);
    licenses = Set.copyOf(licenses);
  }

  /** Photos with any of these tags. */
  static FlickrQuery tagged(List<String> tags) {
    return new FlickrQuery(tags, false, "", List.of(), Set.of());
  }

  String tagMode() {
    return allTags ? "all" : "any";
  }

  /** Arguments of the searches that together find all that is wanted but the groups. */
  List<Map<String, String>> searches() {
    List<Map<String, String>> searches = new ArrayList<>();
    if (!tags.isEmpty()) {
      searches.add(Map.of("tags", String.join(",", tags), "tag_mode", tagMode()));
    }
    if (!text.isEmpty()) searches.add(Map.of("text", text));
    return searches;
  }
}
