package afa.export.folder;

import afa.feed.Author;
import afa.feed.Media;
import afa.feed.Networks;
import afa.feed.Original;
import afa.feed.Post;
import afa.feed.VenueTime;
import afa.library.ExportedPost;
import afa.site.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A post as a page of the folder shows it.
 *
 * @param up how the page gets to the top of the folder
 * @param label its time at the venue
 * @param url where it stands on its network, absent where that is no web address
 * @param warning why it is not for everybody's eyes
 * @param talks where it belongs
 */
record PostSheet(
    long n,
    String up,
    Instant postedAt,
    String label,
    String network,
    @Nullable String url,
    String author,
    @Nullable String handle,
    boolean isRepost,
    @Nullable String warning,
    List<Segment> text,
    List<PictureSheet> pictures,
    @Nullable QuoteSheet quote,
    List<TalkSheet> talks) {

  /**
   * A picture, or that there is none.
   *
   * @param file from the page, empty where there is none
   */
  record PictureSheet(String file, String alt) {}

  /** The post that this one comments on or passes on. */
  record QuoteSheet(String author, List<Segment> text, List<PictureSheet> pictures) {}

  static PostSheet of(
      ExportedPost kept,
      Post post,
      VenueTime venue,
      Pictures pictures,
      Map<String, TalkSheet> talks) {
    Original original = post.original();
    boolean isSame = original != null && original.text().equals(post.text());
    return new PostSheet(
        kept.n(),
        "../",
        post.postedAt(),
        venue.time(post.postedAt()),
        Networks.label(post.source()),
        webAddress(post.url()),
        post.author().name(),
        handle(post.author()),
        post.repostOf() != null,
        post.warning() == null || post.warning().isBlank() ? null : post.warning(),
        Segment.of(post.text(), post.links(), List.of()),
        sheets(post.media(), pictures),
        original == null || isSame ? null : quote(original, pictures),
        kept.talks().stream().map(talks::get).filter(Objects::nonNull).toList());
  }

  private static @Nullable String handle(Author author) {
    return author.handle() == null || author.handle().isBlank() ? null : author.handle();
  }

  private static QuoteSheet quote(Original original, Pictures pictures) {
    return new QuoteSheet(
        original.author().name(),
        Segment.of(original.text(), original.links(), List.of()),
        sheets(original.media(), pictures));
  }

  private static List<PictureSheet> sheets(List<Media> media, Pictures pictures) {
    return media.stream()
        .map(each -> new PictureSheet(file(each, pictures), each.alt() == null ? "" : each.alt()))
        .toList();
  }

  private static String file(Media media, Pictures pictures) {
    String address = Survey.address(media);
    String file =
        address == null ? "" : pictures.of(address).map(Pictures.Picture::file).orElse("");
    return file.isEmpty() ? "" : "../" + file;
  }

  private static @Nullable String webAddress(@Nullable String address) {
    return address != null && address.matches("(?i)https?://\\S+") ? address : null;
  }
}
