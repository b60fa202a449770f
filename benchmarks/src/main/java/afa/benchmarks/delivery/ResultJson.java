package afa.benchmarks.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Results as JSON, with every value that was measured. */
final class ResultJson {
  private ResultJson() {}

  static String of(Results results, List<Peer> peers, Settings settings, int repetitions) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    root.put("repetitions", repetitions);
    root.putPOJO("settings", settings);
    var figures = root.putArray("figures");
    for (Figure figure : results.figures()) {
      ObjectNode entry = figures.addObject();
      entry.put("scenario", figure.scenario()).put("title", figure.title());
      ObjectNode values = entry.putObject("values");
      for (Peer peer : peers) values.putPOJO(peer.label(), results.values(figure, peer));
    }
    ObjectNode faults = root.putObject("faults");
    results.faults().forEach((peer, count) -> faults.putPOJO(peer.label(), count));
    return root.toPrettyString() + "\n";
  }
}
