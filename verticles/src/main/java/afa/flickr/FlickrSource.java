package afa.flickr;

import afa.config.Environment;
import afa.config.Section;
import afa.feed.EventInfo;
import afa.source.SourceKind;
import io.vertx.core.Deployable;
import java.util.function.Supplier;

/** Flickr, by search where there is a key, else by its public feed. */
public final class FlickrSource implements SourceKind {

  @Override
  public String name() {
    return FlickrPollVerticle.SOURCE;
  }

  @Override
  public Supplier<? extends Deployable> read(
      EventInfo event, Section settings, Environment environment) {
    FlickrConfig config = FlickrConfig.read(settings, environment);
    return () -> new FlickrPollVerticle(event.event(), config);
  }
}
