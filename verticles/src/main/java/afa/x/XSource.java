package afa.x;

import afa.config.Environment;
import afa.config.Section;
import afa.feed.EventInfo;
import afa.source.SourceKind;
import io.vertx.core.Deployable;
import java.util.function.Supplier;

/** X, formerly Twitter. */
public final class XSource implements SourceKind {

  @Override
  public String name() {
    return XStreamVerticle.SOURCE;
  }

  @Override
  public Supplier<? extends Deployable> read(
      EventInfo event, Section settings, Environment environment) {
    XConfig config = XConfig.read(settings, environment);
    return () -> new XStreamVerticle(event.event(), config);
  }
}
