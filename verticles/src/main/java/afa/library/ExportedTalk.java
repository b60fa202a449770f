package afa.library;

import java.time.Instant;

/**
 * A talk as the schedule has it now.
 *
 * @param room empty where none is known
 */
public record ExportedTalk(String talk, String title, Instant start, Instant end, String room) {}
