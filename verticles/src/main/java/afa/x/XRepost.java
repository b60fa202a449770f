package afa.x;

import afa.feed.Author;
import afa.feed.Link;
import afa.feed.Original;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be known of a reposted post that X did not send along. */
final class XRepost {
  private static final Pattern PREFIX = Pattern.compile("RT @([A-Za-z0-9_]{1,30}): ");

  private XRepost() {}

  /**
   * The original, as far as the repost's own text tells.
   *
   * @param own the text of the repost, often cut with an ellipsis
   */
  static Original withoutOriginal(String id, XLinkedText own) {
    Matcher prefix = PREFIX.matcher(own.text());
    int skipped = prefix.lookingAt() ? prefix.end() : 0;
    Author author = skipped > 0 ? XAuthors.named(prefix.group(1)) : Author.UNKNOWN;
    List<Link> links = own.links().stream()
        .filter(link -> link.start() >= skipped)
        .map(
            link -> new Link(link.start() - skipped, link.end() - skipped, link.url(), link.kind()))
        .toList();
    return new Original(
        id,
        XAuthors.permalink(author, id),
        author,
        own.text().substring(skipped),
        links,
        List.of());
  }
}
