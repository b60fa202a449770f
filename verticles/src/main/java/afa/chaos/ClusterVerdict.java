package afa.chaos;

import afa.chaos.Takeovers.Takeover;
import afa.chaos.checker.Report;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a run of {@link ClusterChaos} found.
 *
 * @param tallies what each network sent beside what the log has of it
 * @param faults how often each was made
 * @param longestWait of the publisher for an acknowledgement
 * @param startedAgain nodes that had stood still and asked to be started again
 * @param notJoined how often a node could not join its cluster and was started again
 * @param ended nodes that ended by themselves
 */
record ClusterVerdict(
    ClusterPlan plan,
    boolean isBalanced,
    Report report,
    Map<String, Tally> tallies,
    Map<String, Integer> faults,
    List<Takeover> takeovers,
    Duration longestWait,
    int startedAgain,
    int notJoined,
    List<String> ended) {

  boolean isRight() {
    return report.isRight()
        && ended.isEmpty()
        && tallies.values().stream().allMatch(Tally::isRight);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("seed " + plan.seed() + ", storm of " + plan.length().toSeconds() + " s, "
        + plan.readers() + " readers "
        + (isBalanced
            ? "through HAProxy"
            : "without HAProxy, which" + " is not installed, at nodes taken at random")
        + "\n");
    text.append("log: " + report.head() + " entries; readers: " + report.seen() + "\n");
    text.append(
        "faults: " + faults + "; nodes that asked to be started again: " + startedAgain + "\n");
    if (notJoined > 0) {
      text.append(notJoined + (notJoined == 1 ? " node" : " nodes") + " could not join and "
          + (notJoined == 1 ? "was" : "were") + " started again\n");
    }
    text.append("longest stall: " + seconds(report.longestStallMillis()) + " (" + report.stalled()
        + "); longest wait for an acknowledgement: " + seconds(longestWait.toMillis()) + "\n");
    for (Strike.Kind how : List.of(Strike.Kind.KILL, Strike.Kind.PAUSE)) takeovers(text, how);
    tallies.forEach((network, tally) -> tally(text, network, tally));
    ended.forEach(node -> text.append("ENDED by itself: " + node + "\n"));
    report.findings().forEach(finding -> text.append(finding + "\n"));
    return text.append(isRight() ? "verdict: RIGHT\n" : "verdict: FAILED\n").toString();
  }

  private void takeovers(StringBuilder text, Strike.Kind how) {
    List<Takeover> ours =
        takeovers.stream().filter(takeover -> takeover.how() == how).toList();
    if (ours.isEmpty()) return;
    List<Duration> times = ours.stream().map(Takeover::after).sorted().toList();
    Takeover longest = ours.stream().max(Comparator.comparing(Takeover::after)).orElseThrow();
    text.append("take-over after " + how.id() + ": " + times.size() + ", median "
        + seconds(times.get(times.size() / 2).toMillis()) + ", longest "
        + seconds(longest.after().toMillis()) + " (" + longest.network() + ")\n");
  }

  private static void tally(StringBuilder text, String network, Tally tally) {
    text.append(network + ": " + tally.sent() + " sent and there, " + tally.deleted() + " deleted, "
        + tally.edited() + " edited");
    if (!tally.isRight()) {
      text.append("; WRONG: missing " + tally.missing() + ", extra " + tally.extra() + ", doubled "
          + tally.doubled() + ", not edited " + tally.unedited());
    }
    text.append("\n");
  }

  private static String seconds(long millis) {
    return Math.floor(millis / 100.0) / 10 + " s";
  }
}
