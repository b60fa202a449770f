package afa.site.talk;

import afa.library.talk.ListedTalk;

/**
 * A talk among others.
 *
 * @param when {@code Sun 24 May, 14:00}
 * @param begun whether there is anything to know yet
 * @param plot on the scale of all
 */
record CompareRow(
    TalkHeader talk,
    String when,
    long posts,
    long people,
    long photos,
    long questions,
    long links,
    boolean begun,
    Plot plot) {

  /** What never took place is not compared. */
  static boolean isOfInterest(ListedTalk listed) {
    return !listed.dropped() && !listed.talk().cancelled();
  }

  /** How much is known of its time, in few words. */
  public String coverage() {
    if (!begun) return "to come";
    if (!plot.isCoverageKnown()) return "not known";
    return plot.outages().isEmpty() ? "complete" : "may lack posts";
  }
}
