package afa.delivery;

import org.jspecify.annotations.Nullable;

/** What streams are served from. */
interface StreamSource {
  Tail tail();

  /** Number of the newest update that is known to exist. */
  long head();

  /** The page with what a reader lacks; null when it has to be read from the log first. */
  @Nullable
  Page pageAfter(long since);
}
