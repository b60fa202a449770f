package afa.supervisor;

import afa.config.ConfigException;
import java.net.BindException;

/** What cannot be mended by trying again. */
final class FirstStart {
  private FirstStart() {}

  /** Whether a person must change something first. */
  static boolean isHopeless(Throwable failure) {
    return failure instanceof ConfigException
        || failure instanceof BindException
        || String.valueOf(failure.getMessage()).contains("Address already in use");
  }
}
