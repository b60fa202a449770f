package afa.rehearsal.mastodon;

import java.util.List;
import java.util.Map;

/** Who lives where, and who does not want to be found. */
final class Habits {
  /** Strangers who post with the tag and must not be shown; what their profile says. */
  static final Map<String, String> SHY = Map.of(
      "quiet_quill", "noindex",
      "paula_private", "discoverable",
      "nils_nobot", "note");

  /** A program that repeats the timetable. */
  static final String BOT = "tidetable";

  static final List<String> WARNINGS =
      List.of("food", "long day, mild grumbling", "spoilers :inkblot:");

  private Habits() {}

  static boolean isShy(String handle) {
    return SHY.containsKey(handle);
  }

  static String home(String handle) {
    List<String> servers = MastodonOptions.SERVERS;
    return servers.get(Math.floorMod(handle.hashCode(), servers.size()));
  }

  /** Whether somebody at the other server follows them; else nothing of theirs gets there. */
  static boolean isFollowed(String handle) {
    return Math.floorMod(handle.hashCode() / 2, 7) != 0;
  }
}
