package afa.bluesky;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which posts are ours. Jetstream cannot be asked for a hashtag: every post of the network passes,
 * tens to thousands a second, and this is what tells them apart.
 */
final class Interest {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Set<String> tags;
  private final List<Predicate<String>> phrases;
  private final QuickLook quickLook;

  /**
   * @param tags hashtags without {@code #}
   * @param words words or phrases that stand in the text as a whole
   * @param bareTags whether {@code #tag} counts where the author's app made no hashtag of it
   */
  Interest(List<String> tags, List<String> words, boolean bareTags) {
    this.tags = tags.stream().map(BlueskyText::folded).collect(Collectors.toUnmodifiableSet());
    List<String> phrases = new ArrayList<>(words.stream().map(Interest::normal).toList());
    if (bareTags) this.tags.forEach(tag -> phrases.add("#" + tag));
    this.phrases = phrases.stream().map(Phrase::finder).toList();
    List<String> needles = new ArrayList<>(this.tags);
    needles.addAll(phrases);
    quickLook = new QuickLook(needles);
  }

  /** False only for a frame that cannot hold a post of ours; cheap, as it is asked for all. */
  boolean mayBeIn(String frame) {
    return quickLook.mayBeIn(frame);
  }

  /**
   * Whether a post is ours.
   *
   * @param marked hashtags that its author or an app marked as such
   */
  boolean matches(String text, Collection<String> marked) {
    if (marked.stream().map(BlueskyText::folded).anyMatch(tags::contains)) return true;
    String normal = normal(text);
    return phrases.stream().anyMatch(phrase -> phrase.test(normal));
  }

  private static String normal(String text) {
    return SPACES.matcher(BlueskyText.folded(text)).replaceAll(" ").strip();
  }

  /** Finds a phrase that does not begin or end inside a word. */
  private static final class Phrase {
    private static final String WORD = "[\\p{L}\\p{M}\\p{N}_]";
    /** Scripts written without spaces, where a border between words is not to be seen. */
    private static final Pattern UNSPACED =
        Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]");

    static Predicate<String> finder(String phrase) {
      int first = phrase.codePointAt(0);
      int last = phrase.codePointBefore(phrase.length());
      String before = isOpen(first) && first != '#' ? "" : "(?<!" + WORD + ")";
      String after = isOpen(last) ? "" : "(?!" + WORD + ")";
      return Pattern.compile(before + Pattern.quote(phrase) + after).asPredicate();
    }

    private static boolean isOpen(int c) {
      String letter = Character.toString(c);
      return !letter.matches(WORD) || UNSPACED.matcher(letter).matches();
    }
  }

  /**
   * Looks for needles in JSON as it is, without reading it. Each needle is reduced to its longest
   * run of letters and digits, which JSON need not escape.
   */
  private static final class QuickLook {
    /** Control characters, some signs, and the line separators. */
    private static final Pattern HARMLESS = Pattern.compile("00[0-2]|003[c-eC-E]|202[89]");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String[] anchors;
    private final boolean anything;

    QuickLook(List<String> needles) {
      anchors = needles.stream().map(QuickLook::longestRun).distinct().toArray(String[]::new);
      anything = List.of(anchors).contains("");
    }

    private static String longestRun(String needle) {
      String longest = "";
      for (String run : NO_WORD.split(needle)) if (run.length() > longest.length()) longest = run;
      return longest;
    }

    boolean mayBeIn(String frame) {
      if (anything || hasEscapedLetter(frame)) return true;
      for (String anchor : anchors) if (contains(frame, anchor)) return true;
      // Letters of another width, or with their marks apart, look different and mean the same.
      return !Normalizer.isNormalized(frame, Normalizer.Form.NFKC);
    }

    private static boolean contains(String frame, String anchor) {
      char lower = anchor.charAt(0);
      char upper = Character.toUpperCase(lower);
      int last = frame.length() - anchor.length();
      for (int i = 0; i <= last; i++) {
        char c = frame.charAt(i);
        // Beyond Latin, letters may have more than two forms.
        if (c != lower && c != upper && c < 0x80) continue;
        if (frame.regionMatches(true, i, anchor, 0, anchor.length())) return true;
      }
      return false;
    }

    /** Jetstream escapes neither letters nor digits; whoever does is read in full. */
    private static boolean hasEscapedLetter(String frame) {
      for (int i = frame.indexOf("\\u"); i >= 0; i = frame.indexOf("\\u", i + 2)) {
        if (!HARMLESS.matcher(frame).region(i + 2, frame.length()).lookingAt()) return true;
      }
      return false;
    }
  }
}
