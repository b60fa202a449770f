package afa.library;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads which parts of a text PostgreSQL marked. Only where they are is taken from it, never a text:
 * one that holds the marks itself has another length than it should, and stays unmarked.
 */
public final class Highlights {
  static final char START = '\uE000';
  static final char STOP = '\uE001';

  private Highlights() {}

  /**
   * A part of a text, in UTF-16 units.
   *
   * @param end the unit after the last one
   */
  public record Range(int start, int end) {}

  /**
   * What any of the headlines marks, in order, without overlaps.
   *
   * @param headlines the text with marks, each character in its place
   */
  static List<Range> of(String text, @Nullable String... headlines) {
    BitSet marked = new BitSet(); // code points
    for (String headline : headlines) {
      if (headline != null) marked.or(marked(text, headline));
    }
    List<Range> ranges = new ArrayList<>();
    for (int from = marked.nextSetBit(0); from >= 0; ) {
      int to = marked.nextClearBit(from);
      int start = text.offsetByCodePoints(0, from);
      ranges.add(new Range(start, text.offsetByCodePoints(start, to - from)));
      from = marked.nextSetBit(to);
    }
    return ranges;
  }

  private static BitSet marked(String text, String headline) {
    BitSet marked = new BitSet();
    int at = 0;
    boolean inside = false;
    for (int point : headline.codePoints().toArray()) {
      if (point == START || point == STOP) {
        inside = point == START;
      } else {
        marked.set(at, at + 1, inside);
        at++;
      }
    }
    return at == text.codePointCount(0, text.length()) ? marked : new BitSet();
  }
}
