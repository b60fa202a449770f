package afa.site.report;

import afa.library.talk.Sieve;
import java.util.HashMap;
import java.util.Map;

/**
 * Which posts of a talk are folded in its report, as far as anybody looked.
 *
 * @param reasons by number
 * @param upTo number of the last post that was looked at
 */
record Judged(Map<Long, String> reasons, long upTo) {
  /** Nobody asked to be spared anything. */
  static final Judged NOTHING = new Judged(Map.of(), Long.MAX_VALUE);

  Judged {
    reasons = Map.copyOf(reasons);
  }

  /** With what was found of the posts that follow. */
  Judged and(Map<Long, String> more, long last) {
    Map<Long, String> all = new HashMap<>(reasons);
    all.putAll(more);
    return new Judged(all, last);
  }

  /** What may stand elsewhere on the page. */
  Sieve sieve() {
    return new Sieve(upTo, reasons.keySet());
  }
}
