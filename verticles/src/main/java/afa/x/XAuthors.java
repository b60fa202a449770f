package afa.x;

import afa.feed.Author;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Who published a post. */
final class XAuthors {
  /** X allows 15 today; some older names are longer. */
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,30}");

  private static final int MOST_NAME = 200;
  private static final Pattern SMALL_AVATAR =
      Pattern.compile("(https://pbs\\.twimg\\.com/profile_images/.+)_normal(\\.[a-z]+)");

  private XAuthors() {}

  static Author of(JsonNode user) {
    String handle = XJson.text(user, "username");
    String name = XText.label(XJson.text(user, "name"), MOST_NAME);
    if (!isHandle(handle)) {
      return name.isEmpty() ? Author.UNKNOWN : new Author(name, null, null, avatar(user));
    }
    return new Author(name.isEmpty() ? handle : name, handle, page(handle), avatar(user));
  }

  /** An author of whom only the handle is known. */
  static Author named(String handle) {
    return isHandle(handle) ? new Author(handle, handle, page(handle), null) : Author.UNKNOWN;
  }

  static boolean isHandle(String text) {
    return HANDLE.matcher(text).matches();
  }

  static String page(String handle) {
    return "https://x.com/" + handle;
  }

  /** Where a post stands; X leads to the right page also without the author's name. */
  static String permalink(Author author, String id) {
    return (author.handle() == null ? "https://x.com/i/web" : page(author.handle()))
        + "/status/"
        + id;
  }

  /** X's {@code _normal} has 48 pixels, too few for today's screens; its next large one has 400. */
  private static String avatar(JsonNode user) {
    return XJson.url(user, "profile_image_url")
        .map(url -> SMALL_AVATAR.matcher(url).replaceFirst("$1_400x400$2"))
        .orElse(null);
  }
}
