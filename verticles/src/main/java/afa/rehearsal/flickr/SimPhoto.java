package afa.rehearsal.flickr;

import afa.rehearsal.Photo;
import afa.rehearsal.ScriptAuthor;
import java.time.Instant;
import java.util.List;

/**
 * A photo that exists on the rehearsed Flickr.
 *
 * @param text what its owner says of it
 * @param tags in Flickr's form, all it will ever have
 * @param uploaded when it came, also its place among others
 * @param found when search and feeds begin to know it
 * @param tagged when the event's tag was added
 * @param updated when anything of it changed last
 */
record SimPhoto(
    long id,
    ScriptAuthor owner,
    SimText text,
    List<String> tags,
    Photo picture,
    Instant uploaded,
    Instant found,
    Instant tagged,
    Instant updated,
    Visibility visibility) {

  /** Who can see it. */
  enum Visibility {
    PUBLIC,
    PRIVATE,
    /** A film that Flickr has not converted yet: listed, and not to be seen. */
    PROCESSING
  }

  SimPhoto {
    tags = List.copyOf(tags);
  }

  String key() {
    return Long.toString(id);
  }

  SimPhoto edited(SimText other, Instant at) {
    return new SimPhoto(id, owner, other, tags, picture, uploaded, found, tagged, at, visibility);
  }

  SimPhoto with(Visibility other, Instant at) {
    return new SimPhoto(id, owner, text, tags, picture, uploaded, found, tagged, at, other);
  }

  /** Whether lists have it; those that are not public are in none. */
  boolean isListed(Instant now) {
    return visibility != Visibility.PRIVATE && !found.isAfter(now);
  }

  /** The tags that it has by then. */
  List<String> tags(Instant now) {
    return tagged.isAfter(now) ? List.of() : tags;
  }

  /** When it changed last, as far as anybody knows by then. */
  Instant updated(Instant now) {
    return tagged.isAfter(updated) && !tagged.isAfter(now) ? tagged : updated;
  }
}
