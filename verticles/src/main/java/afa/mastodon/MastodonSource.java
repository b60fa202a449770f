package afa.mastodon;

import afa.config.Environment;
import afa.config.Section;
import afa.feed.EventInfo;
import afa.source.SourceKind;
import io.vertx.core.Deployable;
import java.util.function.Supplier;

/** Mastodon and the networks that speak its API. */
public final class MastodonSource implements SourceKind {
  /** The name of this source in posts and event files. */
  public static final String NAME = "mastodon";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Supplier<? extends Deployable> read(
      EventInfo event, Section settings, Environment environment) {
    MastodonConfig config = MastodonConfig.read(settings, environment);
    return () -> new MastodonStreamVerticle(event.event(), config);
  }
}
