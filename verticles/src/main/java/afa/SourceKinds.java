package afa;

import afa.bluesky.BlueskySource;
import afa.flickr.FlickrSource;
import afa.mastodon.MastodonSource;
import afa.source.SourceKind;
import afa.syndication.SyndicationSource;
import afa.x.XSource;
import java.util.List;

/** The networks that an event can be followed on: an entry a network. */
final class SourceKinds {
  static final List<SourceKind> ALL = List.of(
      new XSource(),
      new MastodonSource(),
      new BlueskySource(),
      new FlickrSource(),
      new SyndicationSource());

  private SourceKinds() {}
}
