package afa.site.archive;

import afa.bus.BusFailure;
import afa.library.Cursor;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * Where in a run of posts a page begins or ends.
 *
 * @param isBackwards whether it ends before the place instead of beginning behind it
 * @param at absent at the start or the end of the run
 */
record Place(boolean isBackwards, Optional<Cursor> at) {
  static final Place START = new Place(false, Optional.empty());

  static final Place END = new Place(true, Optional.empty());

  /** Throws {@code INVALID} for a place that is none. */
  static Place of(HttpServerRequest request, Place otherwise) {
    String before = request.getParam("before");
    String after = request.getParam("after");
    if (before == null && after == null) return otherwise;
    Optional<Cursor> at = Cursor.parse(before == null ? after : before);
    if (at.isEmpty()) {
      throw new BusFailure(BusFailure.Kind.INVALID, "no place in the log: " + before + after);
    }
    return new Place(before != null, at);
  }
}
