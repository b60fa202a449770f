package afa.benchmarks.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a soak showed: each rule, and whether it holds. */
final class SoakVerdict {
  /** What memory may differ by between two thirds of the time: collectors work when they like. */
  private static final double SHARE = 0.05;

  private static final double SLACK_MEGABYTES = 16;

  /** The doors of the publisher and of whoever looks at the metrics. */
  private static final int MORE_DESCRIPTORS = 3;

  private final List<String> lines = new ArrayList<>();
  /** Fewer samples of memory tell nothing: two for each third of the time. */
  static final int LEAST_SAMPLES = 6;

  private boolean passed = true;

  /**
   * A look at the server.
   *
   * @param heapMegabytes in use, garbage included
   */
  record Sample(double pssMegabytes, double heapMegabytes, int descriptors) {}

  SoakVerdict(
      List<Sample> samples, Tally.Faults faults, int descriptorsBefore, int descriptorsAfter) {
    if (samples.size() < LEAST_SAMPLES) {
      rule(false, "memory: only " + samples.size() + " samples, too few to say anything");
    } else {
      // The median, as pages are given back late; the least of the heap, as that has least garbage.
      flat("PSS, median", samples, Sample::pssMegabytes, SoakVerdict::median);
      flat("heap, least", samples, Sample::heapMegabytes, SoakVerdict::least);
    }
    rule(
        descriptorsAfter <= descriptorsBefore + MORE_DESCRIPTORS,
        "descriptors: " + descriptorsBefore + " before, " + descriptorsAfter + " after all left");
    rule(faults.lost() == 0, "lost: " + faults.lost());
    rule(faults.doubled() == 0, "doubled: " + faults.doubled());
    rule(faults.late() == 0, "out of order: " + faults.late());
    rule(faults.torn() == 0, "torn: " + faults.torn());
  }

  boolean passed() {
    return passed;
  }

  String text() {
    return String.join("\n", lines) + "\nverdict: " + (passed ? "passed" : "FAILED") + "\n";
  }

  private void flat(
      String what,
      List<Sample> samples,
      ToDoubleFunction<Sample> figure,
      ToDoubleFunction<double[]> sum) {
    int third = samples.size() / 3;
    double middle = sum.applyAsDouble(values(samples.subList(third, 2 * third), figure));
    double last = sum.applyAsDouble(values(samples.subList(2 * third, samples.size()), figure));
    rule(
        last <= middle * (1 + SHARE) + SLACK_MEGABYTES,
        String.format(
            Locale.ROOT,
            "%s: %.0f MB in the middle third, %.0f MB in the last",
            what,
            middle,
            last));
  }

  private void rule(boolean holds, String line) {
    lines.add((holds ? "ok    " : "FAIL  ") + line);
    passed &= holds;
  }

  private static double[] values(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    return samples.stream().mapToDouble(figure).toArray();
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }
}
