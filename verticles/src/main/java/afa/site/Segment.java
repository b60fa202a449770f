package afa.site;

import afa.feed.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run of a text that leads to one place, or nowhere.
 *
 * @param url http or https; absent for plain text
 * @param kind {@code link}, {@code mention} or {@code tag}; absent for plain text
 */
record Segment(String text, @Nullable String url, @Nullable String kind) {

  /**
   * A text cut at its links. Links that overlap an earlier one, leave the text or lead to no web
   * address stay plain text.
   */
  static List<Segment> of(String text, List<Link> links) {
    List<Segment> segments = new ArrayList<>();
    int done = 0;
    for (Link link : links) {
      String url = WebAddress.orNull(link.url());
      boolean isInside =
          link.start() >= done && link.start() < link.end() && link.end() <= text.length();
      if (url == null || !isInside) continue;
      addPlain(segments, text, done, link.start());
      segments.add(new Segment(text.substring(link.start(), link.end()), url, name(link.kind())));
      done = link.end();
    }
    addPlain(segments, text, done, text.length());
    return List.copyOf(segments);
  }

  private static void addPlain(List<Segment> segments, String text, int from, int to) {
    if (from < to) segments.add(new Segment(text.substring(from, to), null, null));
  }

  private static String name(Link.@Nullable Kind kind) {
    return (kind == null ? Link.Kind.LINK : kind).name().toLowerCase(Locale.ROOT);
  }
}
