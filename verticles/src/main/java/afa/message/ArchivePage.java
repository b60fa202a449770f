package afa.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link ReadArchive}.
 *
 * @param away whether there is an archive that cannot be read now; the rest says nothing then
 * @param epoch newest life of the event's log; empty when the archive never heard of one
 * @param checkpoint number of the newest entry of that life that was copied
 * @param outlived whether the life that was asked about is known, and not the newest
 * @param entries of the newest life, oldest first, up to the checkpoint
 */
public record ArchivePage(
    boolean away, String epoch, long checkpoint, boolean outlived, List<Entry> entries)
    implements BusMessage {
  public ArchivePage {
    entries = entries == null ? List.of() : List.copyOf(entries);
  }

  /** There is an archive, which cannot be read now. */
  public static ArchivePage unreadable() {
    return new ArchivePage(true, "", 0, false, List.of());
  }

  /**
   * An entry as the archive has it.
   *
   * @param identity {@code source:id} of a post that is gone, of which the JSON says nothing; absent
   *     for all others and where it is not known
   */
  public record Entry(long n, String json, @Nullable String identity) {}
}
