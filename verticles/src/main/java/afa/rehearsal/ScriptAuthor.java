package afa.rehearsal;

import java.util.List;

/**
 * Somebody who posts during the rehearsal.
 *
 * @param handle letters, digits and {@code _}, without {@code @}
 * @param hue colour of the author's picture, 0 to 359 degrees
 * @param homes names of the networks where the author posts, the usual one first
 */
public record ScriptAuthor(
    String handle, String name, String lang, String bio, int hue, List<String> homes) {
  public ScriptAuthor {
    lang = lang == null ? "en" : lang;
    bio = bio == null ? "" : bio;
    homes = homes == null ? List.of() : List.copyOf(homes);
  }

  /** Somebody who is everywhere. */
  public ScriptAuthor(String handle, String name, String lang, String bio, int hue) {
    this(handle, name, lang, bio, hue, List.of());
  }
}
