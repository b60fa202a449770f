package afa.x;

import afa.feed.Link;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with its links, put together piece by piece. Offsets of X count code points of the escaped
 * text; those of a {@link Link} count UTF-16 units of the text as it is shown. So the text is cut
 * by X's offsets first, and each piece is unescaped as it is laid behind the last.
 *
 * @param text stripped at its end
 * @param links ascending, not overlapping
 */
record XLinkedText(String text, List<Link> links) {

  static XLinkedText of(String escaped, List<XSpan> spans) {
    StringBuilder out = new StringBuilder(escaped.length());
    List<Link> links = new ArrayList<>();
    int length = escaped.codePointCount(0, escaped.length());
    int done = 0; // code points of the escaped text
    int doneUnits = 0; // the same in UTF-16 units
    for (XSpan span : spans) {
      if (span.start() < done || span.start() >= length) continue; // overlaps, or cut off
      int end = Math.min(span.end(), length);
      int startUnits = escaped.offsetByCodePoints(doneUnits, span.start() - done);
      int endUnits = escaped.offsetByCodePoints(startUnits, end - span.start());
      out.append(XText.shown(escaped.substring(doneUnits, startUnits)));
      append(span, escaped.substring(startUnits, endUnits), out, links);
      done = end;
      doneUnits = endUnits;
    }
    out.append(XText.shown(escaped.substring(doneUnits)));
    return stripped(out.toString(), links);
  }

  private static void append(XSpan span, String covered, StringBuilder out, List<Link> links) {
    int start = out.length();
    out.append(span.shown() == null ? XText.shown(covered) : span.shown());
    boolean leads = span.url() != null && out.length() > start;
    if (leads) links.add(new Link(start, out.length(), span.url(), span.kind()));
  }

  /** The links that were cut out leave white space behind, mostly at the end. */
  private static XLinkedText stripped(String text, List<Link> links) {
    String kept = text.stripTrailing();
    List<Link> fitting = new ArrayList<>();
    for (Link link : links) {
      int end = Math.min(link.end(), kept.length());
      if (link.start() < end) fitting.add(new Link(link.start(), end, link.url(), link.kind()));
    }
    return new XLinkedText(kept, List.copyOf(fitting));
  }
}
