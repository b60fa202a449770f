package afa.rehearsal.mastodon;

import afa.rehearsal.Photo;
import afa.rehearsal.PostKind;
import afa.rehearsal.ScriptAuthor;
import java.time.Instant;
import java.util.List;

/**
 * A status, whichever server it is at.
 *
 * @param uri identifies it everywhere
 * @param home the server of its author
 * @param number its id at home
 * @param of what it answers, quotes or boosts, absent for most
 * @param spoiler its content warning, "" for none
 * @param options of its poll, none for most
 * @param editedAt absent until it is
 */
record Toot(
    String uri,
    String home,
    long number,
    ScriptAuthor author,
    String text,
    String lang,
    PostKind kind,
    Toot of,
    List<Photo> photos,
    String spoiler,
    List<String> options,
    Instant postedAt,
    Instant editedAt) {

  Toot {
    photos = List.copyOf(photos);
    options = List.copyOf(options);
  }

  Toot edited(String newText, Instant at) {
    return new Toot(
        uri, home, number, author, newText, lang, kind, of, photos, spoiler, options, postedAt, at);
  }
}
