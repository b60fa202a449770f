package afa.feed;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What every node knows of an event.
 *
 * @param event its id: lower-case letters, digits, {@code -}
 * @param timeZone IANA name of the venue's zone
 * @param from when it begins, venue time
 * @param to when it ends, venue time
 * @param schedule address of its schedule, absent where there is none
 */
public record EventInfo(
    String event,
    String name,
    String timeZone,
    LocalDateTime from,
    LocalDateTime to,
    @Nullable String schedule) {}
