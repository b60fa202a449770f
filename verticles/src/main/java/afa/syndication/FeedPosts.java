package afa.syndication;

import afa.feed.Author;
import afa.feed.Link;
import afa.feed.Post;
import afa.feed.PostBuilder;
import afa.source.HtmlText;
import afa.source.PlainText;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes posts of a feed's entries. */
final class FeedPosts {
  private static final int MOST_TITLE = 200;
  private static final Pattern GLOBAL = Pattern.compile("(?i)(https?://|urn:|tag:).+");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  private final SyndFeed feed;
  private final URI address;
  private final URI base;
  private final Instant now;

  /**
   * @param address where the event file says the feed is; part of ids that are none
   * @param base where it was found
   */
  FeedPosts(SyndFeed feed, URI address, URI base, Instant now) {
    this.feed = feed;
    this.address = address;
    this.base = base;
    this.now = now;
  }

  /** What an entry says; nothing where there is nothing to show or nothing to know it again by. */
  Optional<FeedEntry> of(SyndEntry entry) {
    Optional<URI> link = FeedAddress.of(base, entry.getLink());
    String title = title(entry);
    String id = id(entry, link, title);
    String html = body(entry);
    HtmlText text = Excerpt.of(title, html, link.orElse(base).toString());
    if (text.text().isEmpty() && link.isPresent()) text = address(link.get().toString());
    if (id.isEmpty() || text.text().isEmpty()) return Optional.empty();
    PostBuilder post = Post.builder(SyndicationSource.NAME, id)
        .url(link.map(URI::toString).orElse(null))
        .author(author(entry, link))
        .text(text.text())
        .links(text.links())
        .media(FeedMedia.of(entry, html, link.orElse(base)))
        .lang(language());
    Instant published = FeedEntry.possible(entry.getPublishedDate(), now);
    Instant updated = FeedEntry.possible(entry.getUpdatedDate(), now);
    return Optional.of(FeedEntry.of(id, published == null ? updated : published, updated, post));
  }

  private static HtmlText address(String link) {
    return new HtmlText(link, List.of(new Link(0, link.length(), link, Link.Kind.LINK)));
  }

  private static String title(SyndEntry entry) {
    String html = RichText.html(entry.getTitleEx());
    return PlainText.label(HtmlText.of(html, "").text(), MOST_TITLE);
  }

  private static String body(SyndEntry entry) {
    for (SyndContent content : entry.getContents()) {
      String html = RichText.html(content);
      if (!html.isBlank()) return html;
    }
    return RichText.html(entry.getDescription());
  }

  /** An id that is only unique within its feed gets the feed's name before it. */
  private String id(SyndEntry entry, Optional<URI> link, String title) {
    String own =
        entry.getUri() == null ? "" : PlainText.harmless(entry.getUri()).strip();
    if (own.isEmpty() || own.equals(entry.getLink())) {
      own = link.map(URI::toString).orElse(own);
    }
    if (own.isEmpty() && !title.isEmpty()) own = Digest.of(title + entry.getPublishedDate(), 32);
    boolean isGlobal = GLOBAL.matcher(own).matches() && own.length() <= Post.MAX_ID_LENGTH;
    if (own.isEmpty() || isGlobal) return own;
    String id = FeedAddress.name(address) + "#" + own;
    return id.length() <= Post.MAX_ID_LENGTH ? id : "urn:sha256:" + Digest.of(id, 64);
  }

  private Author author(SyndEntry entry, Optional<URI> link) {
    String host = link.orElse(base).getHost().replaceFirst("^www\\.", "");
    String icon = feed.getIcon() == null ? null : feed.getIcon().getUrl();
    String image = feed.getImage() == null ? null : feed.getImage().getUrl();
    return new Author(
        FeedAuthors.name(entry, feed, host),
        host,
        home().map(URI::toString).orElse(null),
        FeedAddress.of(base, icon)
            .or(() -> FeedAddress.of(base, image))
            .map(URI::toString)
            .orElse(null));
  }

  /** ROME takes the first link of Atom, which may well be the feed itself. */
  private Optional<URI> home() {
    return feed.getLinks().stream()
        .filter(link -> link.getRel() == null || link.getRel().equals("alternate"))
        .map(SyndLink::getHref)
        .findFirst()
        .or(() -> Optional.ofNullable(feed.getLinks().isEmpty() ? feed.getLink() : null))
        .flatMap(link -> FeedAddress.of(base, link));
  }

  private String language() {
    String language = feed.getLanguage() == null ? "" : feed.getLanguage().strip();
    return LANGUAGE.matcher(language).matches() ? language : null;
  }
}
