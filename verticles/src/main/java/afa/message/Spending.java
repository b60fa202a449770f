package afa.message;

/**
 * What a source that costs has used of its day (UTC).
 *
 * @param perDay posts it may read; 0 for no limit
 * @param read posts read, those reserved and not read yet included
 * @param projected posts it will have read at the day's end if it goes on like this
 */
public record Spending(long perDay, long read, long projected) {}
