package afa.supervisor;

/** Tells the timeline what becomes of the verticles of a node by themselves. */
final class WardEvents implements WardListener {
  private final String node;
  private final Journal journal;
  private final Runnable report;

  WardEvents(String node, Journal journal, Runnable report) {
    this.node = node;
    this.journal = journal;
    this.report = report;
  }

  @Override
  public void failed(Ward ward, String error, boolean forGood) {
    String what = ward.name() + " on " + node;
    if (forGood) {
      journal.bad(ward.name(), Journal.SUPERVISOR, "failed", what + " failed too often: " + error);
    } else {
      journal.bad(ward.name(), Journal.SUPERVISOR, "backoff", what + " failed: " + error);
    }
  }

  @Override
  public void recovered(Ward ward) {
    journal.good(
        ward.name(), Journal.SUPERVISOR, "restart", ward.name() + " on " + node + " runs again");
  }

  @Override
  public void over(Ward ward, String why) {
    journal.good(
        ward.name(), Journal.SUPERVISOR, "over", ward.name() + " on " + node + " stops: " + why);
  }

  @Override
  public void changed() {
    report.run();
  }
}
