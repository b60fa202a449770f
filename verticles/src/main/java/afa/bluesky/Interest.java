package afa.bluesky;

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
}
