package afa.rehearsal;

import java.util.List;

/**
 * A post about to be sent.
 *
 * @param author handle; nobody's name is refused, strangers get a profile of their own
 * @param text as people read it; not used for a repost
 * @param of id of the post that it answers, quotes or passes on; absent for {@link PostKind#POST}
 * @param title for networks whose posts have one; absent for most
 */
public record Draft(
    String author,
    String text,
    String lang,
    PostKind kind,
    String of,
    List<Photo> photos,
    String title) {

  public Draft {
    photos = List.copyOf(photos);
    if (kind != PostKind.POST && of == null) {
      throw new IllegalArgumentException("a " + kind + " needs the id of another post");
    }
  }

  /** A post without a title. */
  public Draft(
      String author, String text, String lang, PostKind kind, String of, List<Photo> photos) {
    this(author, text, lang, kind, of, photos, null);
  }

  /** A post of its own, in English, without pictures. */
  public static Draft post(String author, String text) {
    return new Draft(author, text, "en", PostKind.POST, null, List.of());
  }

  public static Draft reply(String author, String text, String of) {
    return new Draft(author, text, "en", PostKind.REPLY, of, List.of());
  }

  public static Draft quote(String author, String text, String of) {
    return new Draft(author, text, "en", PostKind.QUOTE, of, List.of());
  }

  public static Draft repost(String author, String of) {
    return new Draft(author, "", "en", PostKind.REPOST, of, List.of());
  }

  public Draft withLang(String value) {
    return new Draft(author, text, value, kind, of, photos, title);
  }

  public Draft withPhotos(List<Photo> value) {
    return new Draft(author, text, lang, kind, of, value, title);
  }

  public Draft withTitle(String value) {
    return new Draft(author, text, lang, kind, of, photos, value);
  }
}
