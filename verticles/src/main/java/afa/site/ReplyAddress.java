package afa.site;

import afa.feed.Post;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the address of the post that another one answers, where its id leads to one. */
final class ReplyAddress {
  private static final Pattern X_ID = Pattern.compile("[0-9]{1,20}");
  private static final Pattern BLUESKY_ID = Pattern.compile(
      "at://(did:[a-z]+:[A-Za-z0-9._%-]+)/app\\.bsky\\.feed\\.post/([A-Za-z0-9._~-]+)");

  private ReplyAddress() {}

  static @Nullable String of(Post post) {
    String id = post.replyTo();
    if (id == null) return null;
    return switch (post.source()) {
      case "x" -> X_ID.matcher(id).matches() ? "https://x.com/i/status/" + id : null;
      case "bluesky" -> bluesky(id);
      default -> WebAddress.orNull(id); // an ActivityPub id, for one, is an address
    };
  }

  private static @Nullable String bluesky(String id) {
    Matcher parts = BLUESKY_ID.matcher(id);
    if (!parts.matches()) return null;
    return "https://bsky.app/profile/" + parts.group(1) + "/post/" + parts.group(2);
  }
}
