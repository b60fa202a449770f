package afa.coverage;

import afa.message.SourceReported;
import java.time.Instant;

/**
 * The last word of a source.
 *
 * @param at when it reached us, by our clock
 */
record Heard(SourceReported report, Instant at) {}
