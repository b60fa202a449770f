package afa.store;

import java.util.List;

/**
 * The names of an event's keys (docs/protocol.md). One hash tag an event, so that a Redis Cluster
 * keeps them together and a script may touch them in one step.
 */
record RedisKeys(String event) {
  /** Event id → {@link afa.feed.EventInfo} as JSON, of all events. */
  static final String EVENTS = "afa:events";

  /** Name of this Redis, made up by the first store that used it. */
  static final String IDENTITY = "afa:identity";

  String updates() {
    return key("updates");
  }

  String ids() {
    return key("ids");
  }

  String cursors() {
    return key("cursors");
  }

  String epoch() {
    return key("epoch");
  }

  String stats() {
    return key("stats");
  }

  String coverage() {
    return key("coverage");
  }

  String versions() {
    return key("versions");
  }

  /** The life that is being put back, while there is no epoch. */
  String mending() {
    return key("mending");
  }

  String fences() {
    return key("fences");
  }

  /** Where each new update is told as it is appended. */
  String channel() {
    return "live:{" + event + "}:items";
  }

  /** In the order that {@code append.lua} expects. */
  List<String> forAppend() {
    return List.of(updates(), ids(), cursors(), epoch(), stats(), coverage(), versions(), fences());
  }

  /** In the order that {@code restore.lua} and {@code begin.lua} expect. */
  List<String> forMending() {
    return List.of(
        updates(), ids(), versions(), epoch(), mending(), stats(), cursors(), coverage());
  }

  /** In the order that {@code cursor.lua} expects. */
  List<String> forCursor() {
    return List.of(cursors(), coverage(), epoch());
  }

  private String key(String part) {
    return "afa:{" + event + "}:" + part;
  }
}
