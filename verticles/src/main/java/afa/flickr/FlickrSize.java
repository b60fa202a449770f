package afa.flickr;

/**
 * A size in which Flickr has a photo. The letter in the address and the letter of the field that
 * search gives are not always the same: {@code url_s} ends with {@code _m.jpg}.
 */
enum FlickrSize {
  SQUARE_75("_s", "sq", 75, true),
  SQUARE_150("_q", "q", 150, true),
  THUMBNAIL_100("_t", "t", 100, true),
  SMALL_240("_m", "s", 240, true),
  SMALL_320("_n", "n", 320, true),
  SMALL_400("_w", "w", 400, true),
  MEDIUM_500("", "m", 500, true),
  MEDIUM_640("_z", "z", 640, true),
  MEDIUM_800("_c", "c", 800, true),
  LARGE_1024("_b", "l", 1_024, true),
  LARGE_1600("_h", "h", 1_600, false),
  LARGE_2048("_k", "k", 2_048, false),
  EXTRA_3K("_3k", "3k", 3_072, false),
  EXTRA_4K("_4k", "4k", 4_096, false),
  EXTRA_4K_WIDE("_f", "f", 4_096, false),
  EXTRA_5K("_5k", "5k", 5_120, false),
  EXTRA_6K("_6k", "6k", 6_144, false),
  ORIGINAL("_o", "o", Integer.MAX_VALUE, false);

  private final String suffix;
  private final String field;
  private final int longestSide;
  private final boolean sharesSecret;

  FlickrSize(String suffix, String field, int longestSide, boolean sharesSecret) {
    this.suffix = suffix;
    this.field = field;
    this.longestSide = longestSide;
    this.sharesSecret = sharesSecret;
  }

  /** What the address has behind the secret. */
  String suffix() {
    return suffix;
  }

  /** What search has behind {@code url_}, {@code width_}, {@code height_}. */
  String field() {
    return field;
  }

  /** In pixels, at most. */
  int longestSide() {
    return longestSide;
  }

  /** Whether the address can be built; larger ones have a secret of their own. */
  boolean sharesSecret() {
    return sharesSecret;
  }
}
