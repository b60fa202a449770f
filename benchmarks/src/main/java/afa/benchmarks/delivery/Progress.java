package afa.benchmarks.delivery;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Tells on standard error what goes on, so that standard output holds the result alone. */
final class Progress {
  private Progress() {}

  static void say(String format, Object... arguments) {
    String text = String.format(Locale.ROOT, format, arguments);
    System.err.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + text);
  }
}
