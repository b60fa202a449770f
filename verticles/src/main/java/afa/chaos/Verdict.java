package afa.chaos;

import afa.feed.Coverage;
import afa.feed.CoverageInterval;
import afa.feed.CoverageInterval.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run of {@link SourceChaos} found. */
public final class Verdict {
  /** X's last ten seconds of a connection are doubted, and attempts wait for each other. */
  private static final Duration SLACK = Duration.ofSeconds(12);

  /** Networks that are asked now and then notice no outage between two questions. */
  private static final Set<String> ASKED = Set.of("flickr", "feeds");

  private static final Duration NOTICED = Duration.ofSeconds(2);

  /** What was found of one network. */
  private record Row(
      String network,
      Tally tally,
      Map<String, Coverage> coverage,
      List<String> falselyListed,
      List<String> notListed,
      int disturbances) {

    boolean isRight() {
      return tally.isRight() && falselyListed.isEmpty() && notListed.isEmpty();
    }
  }

  private final long seed;
  private final Instant begun;
  private final Instant calmed;
  private final boolean archiveIsLog;
  private final int entries;
  private final List<Row> rows = new ArrayList<>();

  Verdict(long seed, Instant begun, Instant calmed, boolean archiveIsLog, int entries) {
    this.seed = seed;
    this.begun = begun;
    this.calmed = calmed;
    this.archiveIsLog = archiveIsLog;
    this.entries = entries;
  }

  void add(
      String network,
      Tally tally,
      Map<String, Coverage> all,
      List<Disturbance> outages,
      List<Disturbance> done) {
    Map<String, Coverage> ours = new TreeMap<>(all);
    ours.keySet().removeIf(part -> !part.equals(network) && !part.startsWith(network + ":"));
    List<Disturbance> causes = new ArrayList<>(outages);
    done.stream().filter(cause -> cause.concerns(network)).forEach(causes::add);
    CoverageJudge judge = new CoverageJudge(SLACK, NOTICED);
    List<String> falselyListed = new ArrayList<>();
    List<String> notListed = new ArrayList<>();
    ours.forEach((part, coverage) -> {
      for (CoverageInterval gap : judge.unexplained(coverage.within(begun, calmed), causes)) {
        falselyListed.add(part + " " + gap);
      }
      if (ASKED.contains(network)) return;
      for (Disturbance outage : judge.untold(coverage, outages)) notListed.add(part + " " + outage);
    });
    if (ours.isEmpty()) notListed.add("no coverage at all");
    rows.add(new Row(network, tally, ours, falselyListed, notListed, causes.size()));
  }

  /** Whether everything is as it must be. */
  public boolean isRight() {
    return archiveIsLog && rows.stream().allMatch(Row::isRight);
  }

  /** A table, and what is wrong below it. */
  public String text() {
    StringBuilder text = new StringBuilder("seed " + seed + ", " + entries + " entries, archive "
        + (archiveIsLog ? "= log" : "DIFFERS from the log") + "\n\n");
    text.append("| network | sent | deleted | edited | missing | extra | doubled | not edited |"
        + " disturbances | backfilled s | unknown s | falsely listed | not listed |\n");
    text.append("|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
    rows.forEach(row -> text.append(line(row)));
    rows.stream().filter(row -> !row.isRight()).forEach(row -> text.append(wrong(row)));
    return text.append(
            isRight() ? "\neverything is there, and nothing is claimed falsely\n" : "\nNOT right\n")
        .toString();
  }

  private static String line(Row row) {
    Tally tally = row.tally();
    List<Object> cells = List.of(
        row.network(),
        tally.sent(),
        tally.deleted(),
        tally.edited(),
        tally.missing().size(),
        tally.extra().size(),
        tally.doubled().size(),
        tally.unedited().size(),
        row.disturbances(),
        seconds(row, Kind.BACKFILLED),
        seconds(row, Kind.UNKNOWN),
        row.falselyListed().size(),
        row.notListed().size());
    return "| " + String.join(" | ", cells.stream().map(Object::toString).toList()) + " |\n";
  }

  /** Of the part that has the most of it. */
  private static long seconds(Row row, Kind kind) {
    return row.coverage().values().stream()
        .mapToLong(coverage -> CoverageJudge.seconds(coverage, kind))
        .max()
        .orElse(0);
  }

  private static String wrong(Row row) {
    return "\n" + row.network() + "\n  missing " + row.tally().missing() + "\n  extra "
        + row.tally().extra() + "\n  doubled " + row.tally().doubled() + "\n  not edited "
        + row.tally().unedited() + "\n  falsely listed " + row.falselyListed()
        + "\n  not listed " + row.notListed() + "\n";
  }
}
