package afa.source;

import afa.config.Environment;
import afa.config.Section;
import afa.feed.EventInfo;
import io.vertx.core.Deployable;
import java.util.function.Supplier;

/** A network that posts can come from: all that the rest of the system knows of it. */
public interface SourceKind {

  /** Its name below {@code sources} in an event file, and the {@code source} of its posts. */
  String name();

  /**
   * Reads its settings for an event. What is wrong with them, or missing from the environment, is
   * added to the section's problems, and the verticle is then not asked for.
   *
   * @return makes the verticle that follows the network
   */
  Supplier<? extends Deployable> read(EventInfo event, Section settings, Environment environment);
}
