package afa.console;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long the next attempt to log in must wait, by where it comes from and by whose name it gives.
 * A wrong password doubles the wait. A name waits for less than an address, as otherwise strangers
 * could lock somebody out.
 */
final class Attempts {
  /** People mistype. */
  private static final int FREE = 3;

  private static final Duration LONGEST_OF_ADDRESS = Duration.ofMinutes(5);
  private static final Duration LONGEST_OF_USER = Duration.ofSeconds(20);

  /** Who has not failed for so long begins anew. */
  private static final Duration MEMORY = Duration.ofMinutes(15);

  /** About 1 MB; beyond it, whoever failed longest ago is forgotten. */
  private static final int MOST = 10_000;

  private record Failed(int times, long atMillis) {}

  private final Map<String, Failed> failures = new LinkedHashMap<>(); // oldest failure first

  /**
   * How long to wait; zero: not at all.
   *
   * @param nowMillis by any clock that only goes forward
   */
  Duration toWait(String address, String user, long nowMillis) {
    Duration ofAddress = toWait(addressKey(address), LONGEST_OF_ADDRESS, nowMillis);
    Duration ofUser = toWait(userKey(user), LONGEST_OF_USER, nowMillis);
    return ofAddress.compareTo(ofUser) >= 0 ? ofAddress : ofUser;
  }

  /** An attempt failed, or is under way and counts as failed until it succeeds. */
  void failed(String address, String user, long nowMillis) {
    failed(addressKey(address), nowMillis);
    failed(userKey(user), nowMillis);
  }

  /** The password was right: both begin anew. */
  void succeeded(String address, String user) {
    failures.remove(addressKey(address));
    failures.remove(userKey(user));
  }

  private Duration toWait(String key, Duration longest, long nowMillis) {
    Failed failed = failures.get(key);
    if (failed == null || isOld(failed, nowMillis)) return Duration.ZERO;
    Duration since = Duration.ofMillis(nowMillis - failed.atMillis());
    Duration left = pause(failed.times(), longest).minus(since);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration pause(int times, Duration longest) {
    if (times < FREE) return Duration.ZERO;
    Duration doubled = Duration.ofSeconds(1L << Math.min(20, times - FREE));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  private void failed(String key, long nowMillis) {
    Failed last = failures.remove(key);
    int times = last == null || isOld(last, nowMillis) ? 1 : last.times() + 1;
    failures.put(key, new Failed(times, nowMillis));
    if (failures.size() > MOST) failures.remove(failures.keySet().iterator().next());
  }

  private static boolean isOld(Failed failed, long nowMillis) {
    return nowMillis - failed.atMillis() > MEMORY.toMillis();
  }

  int size() {
    return failures.size();
  }

  private static String addressKey(String address) {
    return "address " + address;
  }

  private static String userKey(String user) {
    return "user " + user;
  }
}
