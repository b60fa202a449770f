package afa.export;

import afa.feed.Link;
import afa.feed.Media;
import afa.feed.Networks;
import afa.feed.Original;
import afa.feed.Post;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a post says, for programs that show a title, some HTML or plain text. */
final class PostText {
  private static final int TITLE_POINTS = 80;

  private final Post post;

  PostText(Post post) {
    this.post = post;
  }

  /** Why it is not for everybody's eyes. */
  Optional<String> warning() {
    return Optional.ofNullable(post.warning()).filter(words -> !words.isBlank());
  }

  /** Who says it, and how it begins. */
  String title() {
    String words = warning()
        .map(why -> "[" + why + "]")
        .orElse(post.text())
        .replaceAll("\\s+", " ")
        .strip();
    String who = post.author().name() + " on " + Networks.label(post.source());
    return words.isEmpty() ? who : who + ": " + shortened(words);
  }

  private static String shortened(String words) {
    if (words.codePointCount(0, words.length()) <= TITLE_POINTS) return words;
    return words.substring(0, words.offsetByCodePoints(0, TITLE_POINTS)).strip() + "…";
  }

  /** Its words; of a post with a warning, the warning. */
  String plain() {
    return warning().map(why -> "[" + why + "]").orElse(post.text());
  }

  /** Its words and pictures; of a post with a warning, the warning. */
  String html() {
    if (warning().isPresent()) return "<p>" + escaped(plain()) + "</p>";
    StringBuilder html = new StringBuilder(paragraph(post.text()));
    pictures(post.media()).forEach(html::append);
    Original original = post.original();
    if (original != null && !original.text().equals(post.text())) {
      html.append("<blockquote><p>").append(escaped(original.author().name())).append("</p>");
      html.append(paragraph(original.text())).append("</blockquote>");
    }
    return html.toString();
  }

  private static String paragraph(String text) {
    return text.isBlank() ? "" : "<p>" + escaped(text).replace("\n", "<br>") + "</p>";
  }

  private static Stream<String> pictures(List<Media> media) {
    return media.stream().filter(one -> picture(one) != null).map(one -> {
      String alt = one.alt() == null ? "" : one.alt();
      return "<p><img src=\"" + escaped(String.valueOf(picture(one))) + "\" alt=\"" + escaped(alt)
          + "\"></p>";
    });
  }

  /** Its pictures. */
  List<Media> media() {
    return warning().isPresent() ? List.of() : post.media();
  }

  /** Words that its author tagged it with, without the sign before them. */
  List<String> tags() {
    return post.links().stream()
        .filter(link -> link.kind() == Link.Kind.TAG)
        .filter(link -> link.start() >= 0 && link.start() < link.end())
        .filter(link -> link.end() <= post.text().length())
        .map(link -> post.text().substring(link.start(), link.end()).replaceFirst("^[#＃]", ""))
        .filter(tag -> !tag.isBlank())
        .distinct()
        .toList();
  }

  private static @Nullable String picture(Media media) {
    String shown = media.kind() == Media.Kind.PHOTO && media.thumbnail() == null
        ? media.url()
        : media.thumbnail();
    return webAddress(shown);
  }

  /** The address when it is one of the web, else null. */
  static @Nullable String webAddress(@Nullable String address) {
    if (address == null || !address.matches("(?i)https?://[^\\s]+")) return null;
    return address;
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
