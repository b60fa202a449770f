package afa.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * How long a source was without a reader after its owner was killed or paused, by the simulators' own
 * ledger of who opened a stream when. Pure.
 */
final class Takeovers {
  private Takeovers() {}

  /**
   * A node that was hit.
   *
   * @param ports from which it talked to the simulators at that moment
   */
  record Ousted(String node, Strike.Kind how, Instant at, Set<Integer> ports) {
    Ousted {
      ports = Set.copyOf(ports);
    }
  }

  /** A source that another connection read on, after so long. */
  record Takeover(String network, Strike.Kind how, Duration after) {}

  private record Stream(String network, int port, Instant at) {}

  /**
   * Those that happened before the next node was hit; an owner that goes on after a short pause is
   * none.
   *
   * @param ledger the simulators' streams in the order of their beginning
   */
  static List<Takeover> of(List<Ousted> hits, JsonNode ledger) {
    List<Stream> streams = new ArrayList<>();
    for (JsonNode line : ledger) {
      Instant at = Instant.parse(line.path("at").asText());
      streams.add(new Stream(line.path("network").asText(), line.path("port").asInt(), at));
    }
    List<Takeover> takeovers = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      Instant until = i + 1 < hits.size() ? hits.get(i + 1).at() : Instant.MAX;
      takeovers.addAll(after(hits.get(i), until, streams));
    }
    return takeovers;
  }

  private static List<Takeover> after(Ousted hit, Instant until, List<Stream> streams) {
    TreeMap<String, Takeover> first = new TreeMap<>();
    Set<String> owned = Set.copyOf(streams.stream()
        .filter(stream -> hit.ports().contains(stream.port()) && !stream.at().isAfter(hit.at()))
        .map(Stream::network)
        .toList());
    streams.stream()
        .filter(stream -> owned.contains(stream.network()) && !hit.ports().contains(stream.port()))
        .filter(stream -> stream.at().isAfter(hit.at()) && stream.at().isBefore(until))
        .forEach(stream -> first.putIfAbsent(
            stream.network(),
            new Takeover(stream.network(), hit.how(), Duration.between(hit.at(), stream.at()))));
    return List.copyOf(first.values());
  }
}
