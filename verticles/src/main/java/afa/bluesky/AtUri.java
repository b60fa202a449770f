package afa.bluesky;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a record: {@code at://did/collection/rkey}. That of a post is its identity.
 *
 * @param did who wrote it
 * @param collection which kind of record it is
 * @param rkey its key among those of the author
 */
record AtUri(String did, String collection, String rkey) {
  /** The collection of posts. */
  static final String POSTS = "app.bsky.feed.post";

  /** What Jetstream's repository accepts at most is 2,048; ours must fit an identity. */
  private static final int MOST_LENGTH = 500;

  private static final Pattern DID = Pattern.compile("did:[a-z]{1,20}:[A-Za-z0-9._:%-]{1,200}");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:~-]{1,256}");
  private static final Pattern URI =
      Pattern.compile("at://(did:[^/]+)/([a-zA-Z0-9.-]{3,100})/([^/?#]+)");

  /** The address of a post, or empty when one of the parts is impossible. */
  static Optional<AtUri> post(String did, String rkey) {
    boolean possible = isDid(did)
        && KEY.matcher(rkey).matches()
        && did.length() + rkey.length() < MOST_LENGTH - POSTS.length();
    return possible ? Optional.of(new AtUri(did, POSTS, rkey)) : Optional.empty();
  }

  /** The address of a post as a text has it, or empty. */
  static Optional<AtUri> post(String text) {
    Matcher parts = URI.matcher(text);
    if (text.length() > MOST_LENGTH || !parts.matches()) return Optional.empty();
    return parts.group(2).equals(POSTS) ? post(parts.group(1), parts.group(3)) : Optional.empty();
  }

  /** Whether a text can be somebody's identifier. */
  static boolean isDid(String text) {
    return DID.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "at://" + did + "/" + collection + "/" + rkey;
  }
}
