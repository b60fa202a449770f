package afa.rehearsal;

import java.util.List;

/**
 * A post as the script has it.
 *
 * @param key what other posts of the script call it by
 * @param author handle
 * @param text as people read it: entities not escaped, addresses in full
 * @param talk slug of the talk it is about, absent for posts of any time
 * @param of key of the post that it answers, quotes or passes on
 * @param title of photos and articles; absent for other posts
 * @param on name of the only network that it fits; absent when any will do
 */
public record ScriptPost(
    String key,
    String author,
    String text,
    String lang,
    String talk,
    PostKind kind,
    String of,
    List<Photo> photos,
    String title,
    String on) {

  public ScriptPost {
    text = text == null ? "" : text;
    lang = lang == null ? "en" : lang;
    kind = kind == null ? PostKind.POST : kind;
    photos = photos == null ? List.of() : List.copyOf(photos);
  }

  /** A post that fits every network. */
  public ScriptPost(
      String key,
      String author,
      String text,
      String lang,
      String talk,
      PostKind kind,
      String of,
      List<Photo> photos) {
    this(key, author, text, lang, talk, kind, of, photos, null, null);
  }
}
