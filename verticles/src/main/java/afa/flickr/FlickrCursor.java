package afa.flickr;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Where asking goes on: the upload of the newest photo that was seen, by Flickr's clock. */
final class FlickrCursor {
  private FlickrCursor() {}

  /** The moment; null where there is no cursor, or one of another kind. */
  static Instant read(String cursor) {
    try {
      return cursor == null ? null : Instant.parse(cursor);
    } catch (DateTimeParseException foreign) {
      return null;
    }
  }

  /**
   * The next cursor: never back, and never into the future, for uploads that claim to be of
   * tomorrow occur and would hide all of today.
   *
   * @param least where it was
   */
  static String next(Instant least, List<FlickrPhoto> photos, Instant now) {
    Instant newest = least;
    for (FlickrPhoto photo : photos) {
      Instant uploaded = photo.uploaded();
      boolean counts = uploaded != null && !uploaded.isAfter(now);
      if (counts && uploaded.isAfter(newest)) newest = uploaded;
    }
    return newest.toString();
  }
}
