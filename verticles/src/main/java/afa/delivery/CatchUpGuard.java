package afa.delivery;

import java.util.HashMap;
import java.util.Map;

/**
 * Bounds what one address may ask for again and again, in updates. What everybody needs is free:
 * the newest updates of the log, so that a whole venue behind one address may connect as often as
 * it likes. Only what lies further back is paid for from an allowance that refills with time.
 */
final class CatchUpGuard {
  private final long free;
  private final long allowance;
  private final long refillPerSecond;
  private final Map<String, Debt> debts = new HashMap<>();

  /**
   * @param free updates before the head that cost nothing
   * @param allowance updates that an address may have at once
   * @param refillPerSecond updates that its allowance grows by
   */
  CatchUpGuard(long free, long allowance, long refillPerSecond) {
    this.free = free;
    this.allowance = allowance;
    this.refillPerSecond = refillPerSecond;
  }

  /**
   * Pays for updates, if the allowance is not used up. A single request may overdraw it: a log
   * longer than the allowance can still be read once.
   *
   * @param lacking updates that the reader lacks
   * @param sent most of them that the answer holds
   * @param nowMillis any clock that only goes forward
   * @return 0 when it may be served, else the seconds to wait
   */
  long ask(String address, long lacking, long sent, long nowMillis) {
    long cost = Math.min(sent, lacking - free);
    if (cost <= 0) return 0;
    Debt debt = debts.computeIfAbsent(address, unknown -> new Debt(nowMillis));
    debt.paidOff(nowMillis);
    if (debt.updates >= allowance) {
      return 1 + (debt.updates - allowance) / refillPerSecond;
    }
    debt.updates += cost;
    return 0;
  }

  /** Forgets addresses that owe nothing; to be called now and then. */
  void tidy(long nowMillis) {
    debts.values().removeIf(debt -> {
      debt.paidOff(nowMillis);
      return debt.updates == 0;
    });
  }

  /** Addresses that owe something. */
  int size() {
    return debts.size();
  }

  private final class Debt {
    private long updates;
    private long sinceMillis;

    Debt(long nowMillis) {
      sinceMillis = nowMillis;
    }

    void paidOff(long nowMillis) {
      long paid = (nowMillis - sinceMillis) * refillPerSecond / 1_000;
      if (paid <= 0) return;
      updates = Math.max(0, updates - paid);
      sinceMillis = nowMillis;
    }
  }
}
