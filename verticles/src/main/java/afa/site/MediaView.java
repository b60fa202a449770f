package afa.site;

import afa.feed.Media;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A picture, film or recording as a card shows it.
 *
 * @param type {@code photo}, {@code video}, {@code gif} or {@code audio}
 * @param url the picture or film itself
 * @param still what stands in the page before anybody asks for more; absent for a film without one
 * @param width in pixels, for the space to reserve; absent unless both sides are known
 * @param height in pixels
 * @param alt never blank
 */
public record MediaView(
    String type,
    String url,
    @Nullable String still,
    @Nullable Integer width,
    @Nullable Integer height,
    String alt) {
  private static final Pattern GIF_FILE = Pattern.compile("(?i)\\.gif(\\?.*)?$");

  private static final Pattern SOUND_FILE =
      Pattern.compile("(?i)\\.(aac|flac|m4a|mp3|oga|ogg|opus|wav)(\\?.*)?$");

  /** The same where nothing may be loaded before somebody asks: photos wait, films show nothing. */
  static List<MediaView> covered(List<MediaView> media) {
    return media.stream()
        .map(view -> view.type().equals("photo")
            ? view
            : new MediaView(view.type(), view.url(), null, view.width(), view.height(), view.alt()))
        .toList();
  }

  /** Those that can be shown: with a web address. */
  public static List<MediaView> of(List<Media> media) {
    return media.stream().map(MediaView::of).filter(Objects::nonNull).toList();
  }

  private static @Nullable MediaView of(Media media) {
    String url = WebAddress.orNull(media.url());
    if (url == null) return null;
    String type = type(media);
    String thumbnail = WebAddress.orNull(media.thumbnail());
    boolean isSized = isPositive(media.width()) && isPositive(media.height());
    return new MediaView(
        type,
        url,
        thumbnail == null && type.equals("photo") ? url : thumbnail,
        isSized ? media.width() : null,
        isSized ? media.height() : null,
        alt(media, type));
  }

  /**
   * Some networks call a picture that moves a gif, others a short film, and a recording is a film
   * without pictures to many: the file decides.
   */
  private static String type(Media media) {
    if (media.kind() == null) return "photo";
    return switch (media.kind()) {
      case PHOTO -> "photo";
      case VIDEO -> SOUND_FILE.matcher(media.url()).find() ? "audio" : "video";
      case GIF -> GIF_FILE.matcher(media.url()).find() ? "photo" : "gif";
    };
  }

  private static boolean isPositive(@Nullable Integer pixels) {
    return pixels != null && pixels > 0;
  }

  private static String alt(Media media, String type) {
    String alt = media.alt();
    if (alt != null && !alt.isBlank()) return alt;
    return switch (type) {
      case "photo" -> "Photo without description";
      case "audio" -> "Recording without description";
      default -> "Video without description";
    };
  }
}
