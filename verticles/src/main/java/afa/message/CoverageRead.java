package afa.message;

import afa.feed.Coverage;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers {@link ReadCoverage}.
 *
 * @param sources by source, or part of one; only those that told of any
 */
public record CoverageRead(String event, Map<String, Coverage> sources) implements BusMessage {
  public CoverageRead {
    sources = sources == null ? Map.of() : Map.copyOf(new TreeMap<>(sources));
  }
}
