package afa.syndication;

import afa.config.Environment;
import afa.config.Section;
import afa.feed.EventInfo;
import afa.source.SourceKind;
import io.vertx.core.Deployable;
import java.util.function.Supplier;

/** Blogs and news: RSS, Atom, JSON Feed. */
public final class SyndicationSource implements SourceKind {
  /** The name of this source in posts, cursors and event files. */
  public static final String NAME = "feeds";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Supplier<? extends Deployable> read(
      EventInfo event, Section settings, Environment environment) {
    SyndicationConfig config = SyndicationConfig.read(event, settings);
    return () -> new SyndicationPollVerticle(event.event(), config);
  }
}
