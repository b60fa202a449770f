package afa.delivery;

/** Takes nothing, so that a reader lacks the same at every visit. */
final class NoOutlet implements Outlet {
  private long bytes;

  /** What it was given; shows that something was done. */
  long bytes() {
    return bytes;
  }

  @Override
  public long send(Page page, long since, long upTo) {
    bytes += page.end(upTo) - page.begin(since);
    return since;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void listener(Listener listener) {}

  @Override
  public void begin(String greeting) {}

  @Override
  public void send(String text) {}

  @Override
  public void end() {}

  @Override
  public void cut() {}
}
