package afa.store;

import afa.feed.FeedJson;
import afa.feed.Post;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** What the content of a post is recognised by, without keeping it. */
final class Fingerprint {
  /** 128 bits: whoever posts cannot make a change that goes unnoticed. */
  private static final int BYTES = 16;

  private Fingerprint() {}

  /** The same for posts with the same {@link Post#content}; 22 characters without a space. */
  static String of(Post post) {
    byte[] content = FeedJson.encode(post.content()).getBytes(StandardCharsets.UTF_8);
    byte[] hash = Arrays.copyOf(sha256().digest(content), BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
