package afa.bluesky;

import java.util.List;

/** The instances of Jetstream, one after the other: two failures in a row lead to the next. */
final class Hosts {
  private static final int PATIENCE = 2;

  private final List<JetstreamUrl> hosts;
  private int at;
  private int failures;
  private int reached = -1; // the one that gave the cursor; -1 while nobody knows

  Hosts(List<JetstreamUrl> hosts) {
    this.hosts = List.copyOf(hosts);
  }

  JetstreamUrl current() {
    return hosts.get(at);
  }

  /** Whether the cursor is of the clock of another instance. */
  boolean isOther() {
    return hosts.size() > 1 && reached != at;
  }

  /** Events came. */
  void gaveCursor() {
    reached = at;
  }

  /** A connection, or the attempt to make one, ended. */
  void ended(boolean healthy) {
    failures = healthy ? 0 : failures + 1;
    if (failures < PATIENCE) return;
    failures = 0;
    at = (at + 1) % hosts.size();
  }
}
