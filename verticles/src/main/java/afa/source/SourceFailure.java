package afa.source;

/** What a network's client fails with. */
public final class SourceFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient SourceProblem problem;

  public SourceFailure(SourceProblem problem) {
    super(problem.sentence(), null, false, false);
    this.problem = problem;
  }

  public SourceProblem problem() {
    return problem;
  }

  /** The problem that a failure tells of; anything that is not one is trouble of the network. */
  public static SourceProblem problem(Throwable failure) {
    if (failure instanceof SourceFailure told && told.problem != null) return told.problem;
    return SourceProblem.of(Backoff.Cause.NETWORK, failure.getClass().getSimpleName());
  }
}
