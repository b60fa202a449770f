package afa.console;

import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells log and timeline which orders were refused, and of how many it did not tell, as strangers can
 * send any number. Used on all event loops.
 */
final class Refused {
  private static final Logger log = LoggerFactory.getLogger(Refused.class);
  private static final int MOST_A_MINUTE = 20;
  private static final long MINUTE_MILLIS = 60_000;
  private static final int LONGEST_PATH = 200;

  private final Audit audit;
  private final LongSupplier clock;
  private long since = Long.MIN_VALUE;
  private int told;
  private int untold;

  /**
   * @param clock in milliseconds, only goes forward
   */
  Refused(Audit audit, LongSupplier clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param who as far as it is known
   * @param why a part of a sentence
   */
  void tell(String who, String address, String path, String why) {
    int before = take();
    if (before < 0) return;
    String shown = Strangers.clean(path, LONGEST_PATH);
    String more = before == 0 ? "" : " Nothing was told of " + before + " before it.";
    log.warn(
        "Refused: who={} address={} path={} why={} untold={}",
        Strangers.clean(who),
        Strangers.clean(address),
        shown,
        Strangers.clean(why),
        before);
    String sentence = "Refused " + shown + " from " + address + ": " + why + "." + more;
    audit.tell(who, "refused", true, sentence);
  }

  /** How many were left out before this one; less than 0: this one is, too. */
  private synchronized int take() {
    long now = clock.getAsLong();
    if (since == Long.MIN_VALUE || now - since >= MINUTE_MILLIS) {
      since = now;
      told = 0;
    }
    if (told == MOST_A_MINUTE) {
      untold++;
      return -1;
    }
    told++;
    int before = untold;
    untold = 0;
    return before;
  }
}
