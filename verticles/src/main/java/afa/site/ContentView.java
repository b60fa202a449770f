package afa.site;

import afa.feed.Original;
import afa.feed.Post;
import afa.library.Highlights;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a post says and shows, as a card shows it.
 *
 * @param warning why it is shown only to those who ask; absent when it is for everybody
 * @param textSize how large it may be set: "short", "medium" or "long"
 * @param isLong whether a page folds most of it away
 * @param quote the post it comments on
 */
public record ContentView(
    @Nullable String warning,
    List<Segment> text,
    String textSize,
    boolean isLong,
    @Nullable String lang,
    List<MediaView> media,
    @Nullable QuoteView quote) {
  /** In UTF-16 units: about one line of the wall, and about four. */
  private static final int SHORT = 40;

  private static final int MEDIUM = 160;

  /** About twelve lines of a page. */
  private static final int MOST_UNITS = 900;

  private static final int MOST_LINES = 12;

  /** Films of a post with a warning show no picture of themselves. */
  static ContentView of(Post post, Original shown, @Nullable Original quoted) {
    String warning = warning(post);
    boolean hasOwnText = shown.text().equals(post.text());
    List<MediaView> media = MediaView.of(shown.media());
    return new ContentView(
        warning,
        Segment.of(shown.text(), shown.links(), hasOwnText ? post.emoji() : List.of()),
        textSize(shown.text()),
        isLong(shown.text()),
        lang(post.lang()),
        warning == null ? media : MediaView.covered(media),
        quoted == null ? null : QuoteView.of(quoted, warning != null));
  }

  ContentView marked(String said, List<Highlights.Range> ranges) {
    String whole = text.stream().map(Segment::text).collect(Collectors.joining());
    return whole.equals(said)
        ? new ContentView(
            warning, Segment.marked(text, ranges), textSize, isLong, lang, media, quote)
        : this;
  }

  /** Why a post is not for everybody's eyes; null when it is. */
  public static @Nullable String warning(Post post) {
    String warning = post.warning();
    return warning == null || warning.isBlank() ? null : warning;
  }

  private static String textSize(String text) {
    if (text.length() <= SHORT) return "short";
    return text.length() <= MEDIUM ? "medium" : "long";
  }

  private static boolean isLong(String text) {
    return text.length() > MOST_UNITS || text.chars().filter(c -> c == '\n').count() >= MOST_LINES;
  }

  /** {@code und} and the like say nothing to a screen reader or a hyphenator. */
  public static @Nullable String lang(@Nullable String lang) {
    boolean isTag = lang != null && lang.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");
    boolean isPrivate = lang == null || lang.matches("und|zxx|art|mis|mul|q[a-t][a-z]");
    return isTag && !isPrivate ? lang : null;
  }
}
