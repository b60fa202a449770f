package afa.site;

import afa.feed.Emoji;
import afa.feed.Link;
import afa.library.Highlights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run of a text that leads to one place, is shown as a picture, or neither.
 *
 * @param url http or https, of the place or of the picture; absent for plain text
 * @param kind {@code link}, {@code mention}, {@code tag} or {@code emoji}; absent for plain text
 * @param isMarked whether it is what somebody looked for
 */
public record Segment(String text, @Nullable String url, @Nullable String kind, boolean isMarked) {

  Segment(String text, @Nullable String url, @Nullable String kind) {
    this(text, url, kind, false);
  }

  private record Part(int start, int end, @Nullable String url, String kind) {}

  /**
   * A text cut at its links and pictures. Those that overlap an earlier one, leave the text or have
   * no web address stay plain text.
   */
  public static List<Segment> of(String text, List<Link> links, List<Emoji> emoji) {
    List<Segment> segments = new ArrayList<>();
    int done = 0;
    for (Part part : parts(links, emoji)) {
      boolean isInside =
          part.start() >= done && part.start() < part.end() && part.end() <= text.length();
      if (part.url() == null || !isInside) continue;
      addPlain(segments, text, done, part.start());
      segments.add(new Segment(text.substring(part.start(), part.end()), part.url(), part.kind()));
      done = part.end();
    }
    addPlain(segments, text, done, text.length());
    return List.copyOf(segments);
  }

  /** The same segments, cut where the ranges of their whole text begin and end. */
  static List<Segment> marked(List<Segment> segments, List<Highlights.Range> ranges) {
    List<Segment> cut = new ArrayList<>();
    int offset = 0;
    for (Segment segment : segments) {
      int end = offset + segment.text.length();
      int done = offset;
      for (Highlights.Range range : ranges) {
        int from = Math.max(done, range.start());
        int to = Math.min(end, range.end());
        if (from >= to) continue;
        segment.addPart(cut, done - offset, from - offset, false);
        segment.addPart(cut, from - offset, to - offset, true);
        done = to;
      }
      segment.addPart(cut, done - offset, end - offset, false);
      offset = end;
    }
    return List.copyOf(cut);
  }

  /** A picture is not cut. */
  private void addPart(List<Segment> parts, int from, int to, boolean marked) {
    boolean isWhole = from == 0 && to == text.length();
    if ("emoji".equals(kind) && !isWhole) {
      if (from == 0) parts.add(this);
    } else if (from < to) {
      parts.add(new Segment(text.substring(from, to), url, kind, marked));
    }
  }

  /** In the order they were given, which only both kinds together may break. */
  private static List<Part> parts(List<Link> links, List<Emoji> emoji) {
    List<Part> parts = new ArrayList<>();
    for (Link link : links) {
      parts.add(
          new Part(link.start(), link.end(), WebAddress.orNull(link.url()), name(link.kind())));
    }
    if (emoji.isEmpty()) return parts;
    for (Emoji one : emoji) {
      parts.add(new Part(one.start(), one.end(), WebAddress.orNull(one.url()), "emoji"));
    }
    parts.sort(Comparator.comparingInt(Part::start));
    return parts;
  }

  private static void addPlain(List<Segment> segments, String text, int from, int to) {
    if (from < to) segments.add(new Segment(text.substring(from, to), null, null));
  }

  private static String name(Link.@Nullable Kind kind) {
    return (kind == null ? Link.Kind.LINK : kind).name().toLowerCase(Locale.ROOT);
  }
}
