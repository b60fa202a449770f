package afa.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link EditTalk}.
 *
 * @param refusal why nothing was done, a sentence for the editor; absent when it is stored
 * @param changedAt when the talk became what it is now
 * @param placed how many posts were placed anew by it
 */
public record TalkEdited(@Nullable String refusal, Instant changedAt, int placed)
    implements BusMessage {}
