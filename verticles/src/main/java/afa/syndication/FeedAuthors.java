package afa.syndication;

import afa.source.HtmlText;
import afa.source.PlainText;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of those who write feeds, without the e-mail addresses that RSS puts beside them. */
final class FeedAuthors {
  private static final int MOST_NAME = 100;
  private static final Pattern MAIL = Pattern.compile("<?[^\\s<>()]+@[^\\s<>()]+>?");

  private FeedAuthors() {}

  /** Who wrote an entry: its author, that of the feed, the feed itself, or its host. */
  static String name(SyndEntry entry, SyndFeed feed, String host) {
    return Stream.of(
            names(entry.getAuthors()),
            Stream.of(entry.getAuthor()),
            names(feed.getAuthors()),
            Stream.of(feed.getAuthor(), feed.getTitle()))
        .flatMap(names -> names)
        .filter(Objects::nonNull)
        .map(FeedAuthors::shown)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(host);
  }

  private static Stream<String> names(List<SyndPerson> persons) {
    return persons.stream().map(SyndPerson::getName);
  }

  private static String shown(String name) {
    String person = MAIL.matcher(PlainText.cut(name, 5 * MOST_NAME))
        .replaceAll("")
        .strip()
        .replaceAll("^\\((.*)\\)$", "$1");
    return PlainText.label(HtmlText.of(RichText.fromRss(person), "").text(), MOST_NAME);
  }
}
