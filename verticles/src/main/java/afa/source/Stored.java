package afa.source;

/**
 * What became of posts once the store had them.
 *
 * @param added how many were new to the log
 */
public record Stored(int added) {}
