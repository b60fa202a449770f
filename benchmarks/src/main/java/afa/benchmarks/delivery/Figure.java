package afa.benchmarks.delivery;

/**
 * Something that is measured, a row of the table.
 *
 * @param scenario the part of the bench it belongs to
 * @param title what it is, with its unit
 * @param digits after the point
 */
record Figure(String scenario, String title, int digits) {}
