package afa.site.report;

import afa.feed.Post;
import afa.schedule.Handle;
import afa.schedule.Person;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which posts a speaker does not see without asking: those that wish harm, and those that
 * have an insult and speak to or about who speaks, which is the second person, a speaker's name or
 * handle, or a word such as "speaker". An insult about anything else, as of a browser, is a word
 * like others, and so is criticism. The words stand in {@code gentle/*.txt}.
 */
final class Gentle {
  private static final String HARM = "It wishes harm.";
  private static final String INSULT = "It has an insult, and speaks to or about who speaks.";

  /** Shorter parts of names are words of many languages. */
  private static final int SHORTEST_NAME = 3;

  private final @Nullable Pattern speakers;

  /**
   * @param speakers of the talk
   */
  Gentle(List<Person> speakers) {
    Set<String> names = new TreeSet<>();
    for (Person speaker : speakers) {
      Stream<String> parts = Stream.of(speaker.name().split("[^\\p{L}\\p{M}]+"));
      Stream<String> handles = speaker.handles().stream().map(Handle::name);
      Stream.concat(parts, handles)
          .filter(name -> name.length() >= SHORTEST_NAME)
          .forEach(names::add);
    }
    this.speakers = names.isEmpty() ? null : GentleWords.any(names);
  }

  /** Why a post is folded; null when it is shown. */
  @Nullable
  String reason(Post post) {
    String own = reason(post.text(), post.lang());
    if (own != null || post.original() == null) return own;
    return reason(post.original().text(), null);
  }

  /**
   * The same of a text alone.
   *
   * @param lang BCP 47; where nobody knows, it may be any
   */
  @Nullable
  String reason(String text, @Nullable String lang) {
    List<GentleWords> lists = GentleWords.of(lang);
    if (lists.stream().anyMatch(words -> words.wishesHarm(text))) return HARM;
    boolean isNamed = speakers != null && speakers.matcher(text).find();
    boolean isDirected = lists.stream()
        .anyMatch(words -> words.insults(text) && (isNamed || words.speaksToSomebody(text)));
    return isDirected ? INSULT : null;
  }
}
