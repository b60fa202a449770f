package afa.bluesky;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks for needles in JSON as it is, without reading it: one pass, for it is done with every post of
 * the network. Each needle is reduced to its longest run of letters and digits, which JSON need not
 * escape. Finding too much is harmless, missing something is not.
 */
final class QuickLook {
  private static final int ASCII = 0x80;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Control characters, some signs, and the line separators: what JSON writers escape. */
  private static final Pattern HARMLESS = Pattern.compile("00[0-2]|003[c-eC-E]|202[89]");

  private final String[] anchors;
  private final boolean[] pairs = new boolean[ASCII * ASCII]; // what an anchor begins with
  private final boolean anything;
  private final boolean plain;

  /** Letters that mean one of ASCII, such as those of double width; made when first needed. */
  private static final class Disguises {
    private static final int END = 0x20000; // beyond it are Chinese characters only
    static final BitSet LETTERS = new BitSet(END);

    static {
      for (int c = ASCII; c < END; c++) {
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        if (!half && hasAscii(c)) LETTERS.set(c);
      }
    }

    private static boolean hasAscii(int c) {
      String folded = BlueskyText.folded(Character.toString(c));
      return folded.chars().anyMatch(letter -> letter < ASCII && Character.isLetterOrDigit(letter));
    }
  }

  /** @param needles folded */
  QuickLook(List<String> needles) {
    anchors = needles.stream().map(QuickLook::longestRun).distinct().toArray(String[]::new);
    anything = Arrays.asList(anchors).contains("");
    plain = Arrays.stream(anchors).allMatch(a -> a.chars().allMatch(c -> c < ASCII));
    for (String anchor : anchors) {
      if (!anchor.isEmpty() && anchor.charAt(0) < ASCII) addPairs(anchor);
    }
  }

  /** Two letters tell most places apart; one alone would stand everywhere. */
  private void addPairs(String anchor) {
    for (char second = 0; second < ASCII; second++) {
      boolean fits = anchor.length() == 1
          || anchor.charAt(1) >= ASCII
          || Character.toLowerCase(second) == anchor.charAt(1);
      pairs[anchor.charAt(0) * ASCII + second] |= fits;
      pairs[Character.toUpperCase(anchor.charAt(0)) * ASCII + second] |= fits;
    }
  }

  private static String longestRun(String needle) {
    String longest = "";
    for (String run : NO_WORD.split(needle, -1)) if (run.length() > longest.length()) longest = run;
    return longest;
  }

  /** False only where no needle is. */
  boolean mayBeIn(String json) {
    if (anything) return true;
    int length = json.length();
    char c = length == 0 ? 0 : json.charAt(0);
    for (int i = 0; i < length; i++) {
      char next = i + 1 < length ? json.charAt(i + 1) : 0;
      if (c >= ASCII) {
        if (isSuspicious(json, i, c)) return true;
      } else if ((next >= ASCII || pairs[c * ASCII + next]) && isAnchor(json, i)) {
        return true;
      } else if (c == '\\' && isEscapedLetter(json, i)) {
        return true;
      }
      c = next;
    }
    // Where needles are not of ASCII, letters with their marks apart look different, too.
    return !plain && !Normalizer.isNormalized(json, Normalizer.Form.NFKC);
  }

  private boolean isSuspicious(String json, int at, char c) {
    if (!plain && isAnchor(json, at)) return true;
    return !Character.isLowSurrogate(c) && Disguises.LETTERS.get(json.codePointAt(at));
  }

  private boolean isAnchor(String json, int at) {
    for (String anchor : anchors) {
      if (json.regionMatches(true, at, anchor, 0, anchor.length())) return true;
    }
    return false;
  }

  /** Jetstream escapes neither letters nor digits; whoever does is read in full. */
  private static boolean isEscapedLetter(String json, int at) {
    boolean isCode = json.startsWith("u", at + 1);
    return isCode && !HARMLESS.matcher(json).region(at + 2, json.length()).lookingAt();
  }
}
