package afa.rehearsal;

import afa.rehearsal.bluesky.BlueskySimulator;
import afa.rehearsal.flickr.FlickrSimulator;
import afa.rehearsal.mastodon.MastodonSimulator;
import afa.rehearsal.syndication.SyndicationSimulator;
import afa.rehearsal.x.RehearsedX;
import java.util.List;
import java.util.Map;

/** The networks that can be rehearsed, in the order of the control page: an entry a network. */
final class RehearsedNetworks {
  private static final String TAG = RehearsedEvent.HASHTAG;

  static final List<RehearsedNetwork> ALL = List.of(
      new RehearsedNetwork(
          "x",
          "X",
          0.40,
          true,
          RehearsedX::new,
          "{ rules: [\"#" + TAG
              + "\"], postsPerDay: 0, lookBackMinutes: 1440, sweepMinutes: 1, lookupMinutes: 1 }",
          Map.of("X_API_URL", "URL", "X_BEARER_TOKEN", "TOKEN")),
      new RehearsedNetwork(
          "mastodon",
          "Mastodon",
          0.25,
          true,
          MastodonSimulator::new,
          "{ servers: [\"URL/mastodon/one\", \"URL/mastodon/two\"], tags: [" + TAG
              + "], lookBackMinutes: 1440 }",
          Map.of(
              "MASTODON_URL", "URL/mastodon/one,URL/mastodon/two",
              "MASTODON_TOKEN", "HOST/mastodon/one=TOKEN,HOST/mastodon/two=TOKEN")),
      new RehearsedNetwork(
          "bluesky",
          "Bluesky",
          0.20,
          true,
          (setting, options) -> new BlueskySimulator(setting),
          "{ tags: [" + TAG + "], lookBackMinutes: 1440 }",
          Map.of(
              "BLUESKY_JETSTREAM_URL", "URL/bluesky",
              "BLUESKY_API_URL", "URL/bluesky",
              "BLUESKY_CDN_URL", "URL/bluesky")),
      new RehearsedNetwork(
          FlickrSimulator.NAME,
          "Flickr",
          0.08,
          false,
          FlickrSimulator::new,
          "{ tags: [" + TAG + "], every: 10, checkMinutes: 2 }",
          Map.of(
              "FLICKR_API_URL", "URL",
              "FLICKR_FEEDS_URL", "URL/services/feeds",
              "FLICKR_PICTURES_URL", "URL/flickr/img",
              "FLICKR_API_KEY", "TOKEN")),
      new RehearsedNetwork(
          "feeds",
          "Blogs",
          0.02,
          false,
          (setting, options) -> new SyndicationSimulator(setting),
          "{ urls: [\"URL" + String.join("\", \"URL", SyndicationSimulator.FEEDS)
              + "\"], every: 60 }",
          Map.of()));

  private RehearsedNetworks() {}

  static List<String> names() {
    return ALL.stream().map(RehearsedNetwork::name).toList();
  }
}
