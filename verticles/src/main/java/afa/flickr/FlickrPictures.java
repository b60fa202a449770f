package afa.flickr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sizes in which a photo can be had.
 *
 * @param stem address up to where the size is named; "" where none can be built
 * @param told those that Flickr gave the address of
 * @param complete whether {@code told} has all there are: a size that is too large for a photo is
 *     not told and does not exist
 */
record FlickrPictures(String stem, Map<FlickrSize, Picture> told, boolean complete) {
  /** Enough for a projector, and a third of the bytes of the next one. */
  private static final FlickrSize LARGEST = FlickrSize.LARGE_1600;

  /** About what a card is wide on a good screen. */
  private static final FlickrSize ON_A_CARD = FlickrSize.MEDIUM_640;

  /**
   * A photo in one size.
   *
   * @param width in pixels; null where nobody knows
   * @param height in pixels; null where nobody knows
   */
  record Picture(String url, Integer width, Integer height) {}

  FlickrPictures {
    told = Map.copyOf(told);
  }

  /** What an element of a list tells. */
  static FlickrPictures read(JsonNode photo, String stem) {
    Map<FlickrSize, Picture> told = new EnumMap<>(FlickrSize.class);
    for (FlickrSize size : FlickrSize.values()) {
      FlickrJson.url(photo, "url_" + size.field())
          .ifPresent(url -> told.put(
              size,
              new Picture(
                  url,
                  pixels(photo, "width_" + size.field()),
                  pixels(photo, "height_" + size.field()))));
    }
    return new FlickrPictures(stem, told, !told.isEmpty());
  }

  private static Integer pixels(JsonNode photo, String side) {
    long pixels = FlickrJson.number(photo, side).orElse(0);
    return pixels > 0 && pixels < 1_000_000 ? (int) pixels : null;
  }

  boolean isEmpty() {
    return stem.isEmpty() && told.isEmpty();
  }

  /** The photo in that size, if there is such a thing or may be. */
  Optional<Picture> in(FlickrSize size) {
    Picture known = told.get(size);
    if (known != null) return Optional.of(known);
    boolean buildable = !complete && !stem.isEmpty() && size.sharesSecret();
    return buildable
        ? Optional.of(new Picture(stem + size.suffix() + ".jpg", null, null))
        : Optional.empty();
  }

  /** The photo to look at. */
  Optional<Picture> large() {
    return largestUpTo(LARGEST);
  }

  /** The photo to show in a list. */
  Optional<Picture> small() {
    return largestUpTo(ON_A_CARD);
  }

  /** The largest of those that are not too large, or the smallest of the others. */
  private Optional<Picture> largestUpTo(FlickrSize most) {
    Comparator<FlickrSize> bySide = Comparator.comparing(FlickrSize::longestSide);
    Stream<FlickrSize> fitting = Stream.of(FlickrSize.values())
        .filter(size -> size.longestSide() <= most.longestSide())
        .sorted(bySide.reversed());
    Stream<FlickrSize> larger = Stream.of(FlickrSize.values())
        .filter(size -> size.longestSide() > most.longestSide())
        .sorted(bySide);
    return Stream.concat(fitting, larger)
        .map(this::in)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
