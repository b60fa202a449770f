package afa.archive;

import afa.message.Happened;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where what happened is kept. A failed future means that it is away, or that nothing was kept. */
public interface Timeline {

  /** Makes it ready for use. */
  Future<Void> prepare();

  /** Keeps those that are not kept yet. */
  Future<Void> keep(List<Happened> happened);

  /**
   * What was kept, newest first; all of the last moment, so that {@code limit} may be exceeded.
   *
   * @param before only what is older; absent for the newest
   */
  Future<List<Happened>> read(@Nullable Instant before, int limit);

  Future<Void> close();
}
