package afa.bluesky;

import afa.source.SourceCounters;

/**
 * What is needed to make posts of events.
 *
 * @param bots whether posts of accounts are shown that say a program writes them
 */
record Desk(
    Interest interest,
    RecordParser parser,
    Profiles profiles,
    Quotes quotes,
    Shelf shelf,
    SourceCounters counters,
    boolean bots) {}
