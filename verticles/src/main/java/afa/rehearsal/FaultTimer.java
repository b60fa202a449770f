package afa.rehearsal;

import afa.rehearsal.FaultPlan.Planned;
import io.vertx.core.Vertx;
import java.util.Random;

/** Makes the faults of a plan happen, at times that only look random. */
public final class FaultTimer {
  private final Vertx vertx;
  private final Faults faults;
  private final Random random;

  public FaultTimer(Vertx vertx, Faults faults, Random random) {
    this.vertx = vertx;
    this.faults = faults;
    this.random = random;
  }

  /** Begins; ends with the verticle that calls it. */
  public void start(FaultPlan plan) {
    for (Planned planned : plan.faults()) {
      if (planned.every().isZero()) inject(planned);
      else later(planned);
    }
  }

  private void later(Planned planned) {
    double wait = -Math.log(1 - random.nextDouble()) * planned.every().toMillis();
    vertx.setTimer(Math.max(1, Math.round(wait)), due -> {
      inject(planned);
      later(planned);
    });
  }

  private void inject(Planned planned) {
    faults.inject(planned.fault(), planned.length());
  }
}
