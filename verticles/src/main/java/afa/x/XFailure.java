package afa.x;

/** X did not do what was asked. */
final class XFailure extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient XProblem problem;

  XFailure(XProblem problem) {
    super(problem.sentence());
    this.problem = problem;
  }

  XProblem problem() {
    return problem;
  }

  /** What is to be done about a failure of any type. */
  static XProblem problem(Throwable failure) {
    if (failure instanceof XFailure told) return told.problem();
    String detail = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return XProblem.of(XProblem.Kind.DISCONNECTED, detail);
  }
}
