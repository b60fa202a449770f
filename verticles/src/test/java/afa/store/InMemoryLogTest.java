package afa.store;

import afa.testkit.InMemoryLog;

/** Keeps the fake honest. */
final class InMemoryLogTest extends LogContract {
  private final Log log = new InMemoryLog();

  @Override
  Log log() {
    return log;
  }
}
