package afa.message;

import afa.schedule.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks to set parts of a talk, which the next imports then leave alone.
 *
 * @param fields what to set
 * @param released columns of the table talks that imports may set again; the talk gets what the
 *     schedule told last
 * @param seen when the talk became what the editor saw ({@link TalkRead#changedAt}): where it was
 *     changed since, nothing is done
 * @param who for the record
 */
public record EditTalk(
    String event, String talk, Fields fields, List<String> released, Instant seen, String who)
    implements BusMessage {
  public EditTalk {
    fields = fields == null ? Fields.NONE : fields;
    released = released == null ? List.of() : List.copyOf(released);
  }

  /** Parts of a talk as in {@link afa.schedule.Talk}; what is absent stays as it is. */
  public record Fields(
      @Nullable String title,
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable String room,
      @Nullable String track,
      @Nullable String summary,
      @Nullable List<Person> speakers,
      @Nullable List<String> hashtags,
      @Nullable Boolean cancelled) {
    public static final Fields NONE =
        new Fields(null, null, null, null, null, null, null, null, null);

    public Fields {
      speakers = speakers == null ? null : List.copyOf(speakers);
      hashtags = hashtags == null ? null : List.copyOf(hashtags);
    }
  }
}
