package afa.rehearsal;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Makes things go wrong; each method completes when it is so. */
public interface Faults {

  Future<Void> inject(FaultOrder order);

  /** What {@code order} does at once; fails when it is one that the network does not know. */
  static Future<Void> carriedOut(Runnable order) {
    try {
      order.run();
      return Future.succeededFuture();
    } catch (IllegalArgumentException unknown) {
      return Future.failedFuture(unknown);
    }
  }

  /** Those that this network has; all others are refused. */
  default Set<Fault> known() {
    return EnumSet.allOf(Fault.class);
  }

  /** Ends every fault that still lasts. */
  Future<Void> calm();

  /** Once, or in a way that each fault has by itself. */
  default Future<Void> inject(Fault fault) {
    return inject(new FaultOrder(fault, Duration.ZERO, null));
  }

  default Future<Void> inject(Fault fault, Duration length) {
    return inject(new FaultOrder(fault, length, null));
  }

  default Future<Void> inject(Fault fault, String detail) {
    return inject(new FaultOrder(fault, Duration.ZERO, detail));
  }
}
