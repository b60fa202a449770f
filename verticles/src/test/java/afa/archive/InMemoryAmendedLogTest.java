package afa.archive;

/** Keeps the fake honest. */
final class InMemoryAmendedLogTest extends AmendedLogContract {
  private final Archive archive = new InMemoryArchive();

  @Override
  Archive archive() {
    return archive;
  }
}
