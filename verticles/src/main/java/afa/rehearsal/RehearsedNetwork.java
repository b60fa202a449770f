package afa.rehearsal;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * A network that can be rehearsed.
 *
 * @param name as event files have it
 * @param label as people say it
 * @param share of all posts that are made there, 0 to 1
 * @param conversing whether people talk there; otherwise they only publish what is meant for it
 * @param make makes its simulator
 * @param settings what an event file says of it; {@code URL} stands for the rehearsal's address
 * @param environment the variables by which a node finds it; {@code URL} as above, {@code HOST}
 *     for the same without {@code http://}, {@code TOKEN} for the one that is let in
 */
record RehearsedNetwork(
    String name,
    String label,
    double share,
    boolean conversing,
    BiFunction<Setting, RehearsalOptions, Simulator> make,
    String settings,
    Map<String, String> environment) {

  /** What stands behind its name in an event file. */
  String settings(String url) {
    return settings.replace("URL", url);
  }

  /** The environment variables of a node that is to follow it. */
  Map<String, String> environment(String url, String token) {
    String host = url.replaceFirst("^https?://", "");
    Map<String, String> filled = new TreeMap<>();
    environment.forEach((name, value) ->
        filled.put(name, value.replace("URL", url).replace("HOST", host).replace("TOKEN", token)));
    return filled;
  }
}
