package afa.mastodon;

import afa.feed.Author;
import afa.source.PlainText;
import com.fasterxml.jackson.databind.JsonNode;

/** Reads who wrote a status. */
final class Authors {
  private static final int MOST_NAME = 200;

  private Authors() {}

  /**
   * @param domain of the server that sent it, which leaves its own name out
   */
  static Author of(JsonNode account, String domain) {
    String handle = handle(account, domain);
    String avatar = MastodonJson.url(account, "avatar_static");
    return new Author(
        name(account, handle),
        handle.isEmpty() ? null : handle,
        MastodonJson.url(account, "url"),
        avatar == null ? MastodonJson.url(account, "avatar") : avatar);
  }

  /** {@code name@host}, empty when it has no name. */
  static String handle(JsonNode account, String domain) {
    String acct = PlainText.label(MastodonJson.text(account, "acct"), MOST_NAME);
    if (acct.isEmpty()) acct = PlainText.label(MastodonJson.text(account, "username"), MOST_NAME);
    return acct.isEmpty() || acct.indexOf('@') >= 0 ? acct : acct + "@" + domain;
  }

  private static String name(JsonNode account, String handle) {
    Shortcodes codes = new Shortcodes(account.path("emojis"));
    String shown = codes.without(MastodonJson.text(account, "display_name"));
    String name = PlainText.label(shown, MOST_NAME);
    if (name.isEmpty()) name = PlainText.label(MastodonJson.text(account, "username"), MOST_NAME);
    if (name.isEmpty()) name = handle;
    return name.isEmpty() ? Author.UNKNOWN.name() : name;
  }
}
