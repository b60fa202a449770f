package afa.supervisor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures in plain words. */
final class Plain {
  private static final Logger log = LoggerFactory.getLogger(Plain.class);

  private static final int MOST = 500;

  private Plain() {}

  /** One line, for people who do not read stack traces. */
  static String words(Throwable failure) {
    String message = failure.getMessage();
    String text = message == null || message.isBlank()
        ? failure.getClass().getSimpleName() + where(failure)
        : message.strip();
    return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
  }

  private static String where(Throwable failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    return frames.length == 0 ? "" : " at " + frames[0];
  }

  /** With the stack trace, once, where it is handled. */
  static void log(String verticle, Throwable failure) {
    log.error("A verticle let this escape: verticle={}", verticle, failure);
  }
}
