package afa.site.search;

import afa.feed.Networks;
import java.util.ArrayList;
import java.util.List;

/**
 * A link that narrows a search, or widens it again.
 *
 * @param href address of the search then
 * @param isOn whether it is narrowed so now
 */
record Filter(String label, String href, boolean isOn) {
  private static final List<String> NETWORKS =
      List.of("x", "mastodon", "bluesky", "flickr", "feeds");

  /** Those that are of use to most. */
  static List<Filter> of(SearchRequest request) {
    List<Filter> filters = new ArrayList<>();
    filters.add(filter(request, "With photos", "has:photo"));
    filters.add(filter(request, "With links", "has:link"));
    filters.add(filter(request, "Questions", "has:question"));
    for (String network : NETWORKS) {
      filters.add(filter(request, Networks.label(network), "source:" + network));
    }
    return filters;
  }

  private static Filter filter(SearchRequest request, String label, String word) {
    return new Filter(label, request.toggled(word).address("/search"), request.has(word));
  }
}
