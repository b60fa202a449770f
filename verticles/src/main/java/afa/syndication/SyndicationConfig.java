package afa.syndication;

import afa.config.Section;
import afa.feed.EventInfo;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings of the source feeds: {@code sources.feeds} of an event file.
 *
 * @param urls http or https, 1 to 50, each different
 * @param every time between two looks at a feed
 * @param newerThan at the first look entries older than this are left out
 * @param userAgent what the source calls itself, with an address of those who run it
 */
public record SyndicationConfig(
    List<URI> urls, Duration every, Instant newerThan, String userAgent, SyndicationTuning tuning) {
  private static final String NAME = "AFeedApart";
  private static final int MOST_URLS = 50;

  /** How far back is looked where the event has not begun. */
  private static final Duration LAST_DAY = Duration.ofDays(1);

  public SyndicationConfig {
    urls = List.copyOf(urls);
  }

  /** Reads {@code sources.feeds}; problems go to the section. */
  static SyndicationConfig read(EventInfo event, Section feeds) {
    ZoneId zone = ZoneId.of(event.timeZone());
    boolean said = feeds.has("newerThan");
    SyndicationConfig config = new SyndicationConfig(
        urls(feeds),
        feeds.seconds("every", 300, 60, 86_400),
        (said ? feeds.localDateTime("newerThan") : event.from()).atZone(zone).toInstant(),
        userAgent(feeds),
        SyndicationTuning.DEFAULT);
    feeds.end();
    return config;
  }

  /** Settings for feeds of our own: a rehearsal, a test. */
  public static SyndicationConfig of(List<URI> urls, Duration every) {
    return new SyndicationConfig(urls, every, Instant.MAX, NAME, SyndicationTuning.DEFAULT);
  }

  /** The same with other times and bounds. */
  SyndicationConfig with(SyndicationTuning other) {
    return new SyndicationConfig(urls, every, newerThan, userAgent, other);
  }

  /** Before this an entry is history for whoever looks first now. */
  Instant limit(Instant now) {
    return newerThan.isBefore(now) ? newerThan : now.minus(LAST_DAY);
  }

  /** Each feed by the name of its part of the source, which others leave as it is. */
  Map<String, URI> parts() {
    Map<String, URI> parts = new LinkedHashMap<>();
    for (URI url : urls) {
      parts.put(SyndicationSource.NAME + ":" + FeedAddress.name(url), url);
    }
    return parts;
  }

  private static List<URI> urls(Section feeds) {
    Map<String, URI> urls = new LinkedHashMap<>();
    for (String text : feeds.texts("urls")) {
      URI url = FeedAddress.of(text).orElse(null);
      if (url == null) {
        feeds.problem("urls", text + " is not an address such as https://example.org/feed.xml");
      } else if (url.getRawUserInfo() != null) {
        feeds.problem("urls", FeedAddress.name(url) + " holds a password, which no file may");
      } else {
        urls.putIfAbsent(FeedAddress.name(url), url);
      }
    }
    if (!feeds.has("urls") || urls.size() > MOST_URLS) {
      feeds.problem("urls", "expected 1 to " + MOST_URLS + " addresses of feeds");
    }
    return List.copyOf(urls.values());
  }

  private static String userAgent(Section feeds) {
    String contact = feeds.optionalText("contact");
    if (contact == null) return NAME;
    if (contact.matches("[\\x21-\\x7e]{1,200}")) return NAME + " (+" + contact + ")";
    feeds.problem("contact", "expected an address of the web or of e-mail");
    return NAME;
  }
}
