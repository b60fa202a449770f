package afa;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person reads when a node is ready. */
final class Welcome {
  private Welcome() {}

  /** What a person reads when a node that should not be alone is. */
  static String alone(String wrong) {
    return "  ALONE: " + wrong + ".\n";
  }

  /**
   * What nobody has set, so that somebody must be told; empty where it was set.
   *
   * @param adminPassword empty also where another node of the cluster has made it up
   */
  record Secrets(String ingestToken, String adminPassword, boolean passwordGiven) {
    String passwordWords() {
      if (passwordGiven) return "AFA_ADMIN_PASSWORD";
      return adminPassword.isEmpty()
          ? "printed by the node that started first (or set AFA_ADMIN_PASSWORD on all of them)"
          : adminPassword;
    }
  }

  /** Where the node answers. */
  static String url(RunOptions options) {
    return (options.tls().isPresent() ? "https://" : "http://")
        + (options.host().equals("0.0.0.0") ? "localhost" : options.host()) + ":" + options.port();
  }

  static String text(
      RunOptions options,
      List<FollowedEvent> events,
      Optional<Rehearsal> rehearsal,
      Secrets madeUp,
      double seconds) {
    String url = url(options);
    StringBuilder text = new StringBuilder("\n");
    text.append(String.format(Locale.ROOT, "A Feed Apart is ready after %.1f s.%n%n", seconds));
    for (FollowedEvent event : events) {
      String page = url + "/events/" + event.info().event();
      text.append("  ").append(event.info().name()).append('\n');
      if (!options.roles().contains(Role.SITE)) continue;
      text.append("    live page  ").append(page).append('\n');
      text.append("    wall       ").append(page).append("/wall\n");
    }
    rehearsal.ifPresent(played -> text.append("    rehearsal  ")
        .append(played.control())
        .append("  no event was given, so one is played; disturb it here\n"));
    if (options.roles().contains(Role.SITE)) {
      if (events.isEmpty()) text.append("  ").append(url).append('\n');
    } else {
      text.append("  without pages (role site); readers are served at ").append(url);
      text.append("/events/EVENT/stream\n");
    }
    if (options.roles().contains(Role.CONSOLE)) {
      text.append("  console      ").append(url).append("/console  name: admin, password: ");
      text.append(madeUp.passwordWords()).append('\n');
    }
    if (!madeUp.ingestToken().isEmpty() && options.roles().contains(Role.INGEST)) {
      text.append("\n  AFA_INGEST_TOKEN was not set; for this run it is ")
          .append(madeUp.ingestToken())
          .append('\n');
    }
    return text.append("\n  Ctrl-C stops it.\n").toString();
  }
}
