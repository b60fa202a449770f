package afa.flickr;

import java.time.Instant;
import java.util.List;

/**
 * A stretch of upload time that is searched as one.
 *
 * @param from Unix seconds, inclusive
 * @param to Unix seconds, inclusive; 0 for an open end
 */
record FlickrWindow(long from, long to) {
  static FlickrWindow since(Instant from) {
    return new FlickrWindow(from.getEpochSecond(), 0);
  }

  boolean isOpen() {
    return to == 0;
  }

  /** Where it ends; an open one ends now. */
  Instant end(Instant now) {
    return isOpen() ? now : Instant.ofEpochSecond(to);
  }

  /** Flickr knows whole seconds; a window of two cannot become smaller. */
  boolean canSplit(Instant now) {
    return end(now).getEpochSecond() - from >= 2;
  }

  /** Two halves, the earlier first. Both have the second between: nothing falls through. */
  List<FlickrWindow> halves(Instant now) {
    long middle = from + (end(now).getEpochSecond() - from) / 2;
    return List.of(new FlickrWindow(from, middle), new FlickrWindow(middle, to));
  }
}
