package afa.rehearsal;

/**
 * Somebody who posts during the rehearsal.
 *
 * @param handle letters, digits and {@code _}, without {@code @}
 * @param hue colour of the author's picture, 0 to 359 degrees
 */
public record ScriptAuthor(String handle, String name, String lang, String bio, int hue) {
  public ScriptAuthor {
    lang = lang == null ? "en" : lang;
    bio = bio == null ? "" : bio;
  }
}
