package afa.bluesky;

import afa.config.Environment;
import afa.config.Section;
import afa.feed.EventInfo;
import afa.source.SourceKind;
import io.vertx.core.Deployable;
import java.util.function.Supplier;

/** Bluesky. */
public final class BlueskySource implements SourceKind {

  @Override
  public String name() {
    return BlueskyStreamVerticle.SOURCE;
  }

  @Override
  public Supplier<? extends Deployable> read(
      EventInfo event, Section settings, Environment environment) {
    BlueskyConfig config = BlueskyConfig.read(settings, environment);
    return () -> new BlueskyStreamVerticle(event.event(), config);
  }
}
