package afa.schedule;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether an entry says that it will not happen. */
final class Cancelled {
  private static final Pattern PREFIX = Pattern.compile(
      "(?iu)^\\s*(?:[\\[(]\\s*(?:cancell?ed|abgesagt|entf[aä]llt|annul[eé]e?)\\s*[\\])]"
          + "|(?:cancell?ed|abgesagt|entf[aä]llt|annul[eé]e?)\\s*[:–—-]).*");

  private Cancelled() {}

  /** As a mark in front; within a sentence it is a topic. */
  static boolean byTitle(String title) {
    return PREFIX.matcher(title).matches();
  }

  static boolean byStatus(String status) {
    return switch (status.strip().toLowerCase(Locale.ROOT)) {
      case "cancelled", "canceled", "abgesagt", "declined", "withdrawn" -> true;
      default -> false;
    };
  }
}
