package afa.archive;

final class InMemoryArchiveTest extends ArchiveContract {
  private final Archive archive = new InMemoryArchive();

  @Override
  Archive archive() {
    return archive;
  }
}
