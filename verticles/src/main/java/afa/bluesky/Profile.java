package afa.bluesky;

import afa.feed.Author;
import afa.source.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Who an identifier belongs to.
 *
 * @param labels what is said of the account
 * @param isRead whether the network told this; if not, the author may have wishes that nobody knows
 */
record Profile(Author author, Labels labels, boolean isRead) {
  private static final String UNREAD = "The author's settings could not be read";
  private static final int MOST_NAME = 200;

  /** What the network puts in the place of a handle that does not lead back to its account. */
  private static final String NO_HANDLE = "handle.invalid";

  Profile(Author author, Labels labels) {
    this(author, labels, true);
  }

  /** Of whom the network tells nothing now, not even whether posts may be shown. */
  static Profile unread(String did) {
    return new Profile(unknown(did).author(), Labels.NONE, false);
  }

  /** Why posts of the account are not for everybody's eyes, if so. */
  Optional<String> warning() {
    return isRead ? labels.warning() : Optional.of(UNREAD);
  }

  /** Of whom the network told nothing: a short form of the identifier stands for the name. */
  static Profile unknown(String did) {
    int colon = did.lastIndexOf(':') + 1;
    String name = did.length() <= colon + 8 ? did : did.substring(0, colon + 8) + "…";
    return new Profile(new Author(name, null, Pages.profile(did), null), Labels.NONE);
  }

  /** What a view of an account says; {@code did} is known to be one. */
  static Profile of(String did, JsonNode view) {
    String handle = PlainText.label(BlueskyJson.text(view, "handle"), MOST_NAME);
    boolean hasHandle = !handle.isEmpty() && !handle.equals(NO_HANDLE);
    String name = PlainText.label(BlueskyJson.text(view, "displayName"), MOST_NAME);
    if (name.isBlank()) name = hasHandle ? handle : unknown(did).author().name();
    return new Profile(
        new Author(
            name,
            hasHandle ? handle : null,
            Pages.profile(did),
            BlueskyJson.url(view, "avatar").orElse(null)),
        Labels.ofView(view));
  }
}
