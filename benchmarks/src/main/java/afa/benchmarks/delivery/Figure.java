package afa.benchmarks.delivery;

/**
 * Something that is measured, a row of the table.
 *
 * @param scenario the part of the bench it belongs to
 * @param title what it is, with its unit
 * @param digits after the point
 * @param plotted whether it gets a place in the plot as well
 */
record Figure(String scenario, String title, int digits, boolean plotted) {
  static Figure plotted(String scenario, String title, int digits) {
    return new Figure(scenario, title, digits, true);
  }

  static Figure listed(String scenario, String title, int digits) {
    return new Figure(scenario, title, digits, false);
  }
}
