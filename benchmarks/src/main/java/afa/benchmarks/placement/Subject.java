package afa.benchmarks.placement;

import afa.schedule.Talk;
import java.time.Instant;
import java.util.List;

/**
 * A talk as it really is.
 *
 * @param talk as the first programme announces it
 * @param topics what it is about, shared with other talks
 * @param own words that it made its own; a part of them is in the announcement
 * @param begins when it really begins
 * @param ends when it really ends
 */
record Subject(Talk talk, List<Integer> topics, List<String> own, Instant begins, Instant ends) {
  Subject at(Instant begin, Instant end) {
    return new Subject(talk, topics, own, begin, end);
  }
}
