package afa.library.talk;

import afa.schedule.Talk;

/**
 * A talk as the archive has it.
 *
 * @param dropped whether it is not on the schedule any more
 */
public record ListedTalk(Talk talk, boolean dropped) {}
