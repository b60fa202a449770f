package afa.console;

import afa.bus.BusFailure;
import afa.http.Problem;
import java.time.Duration;

/** Why a request was not done, for whoever asked. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;
  private final transient Duration retryAfter;

  private Refusal(Problem problem, Duration retryAfter) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  Refusal(Problem problem) {
    this(problem, Duration.ZERO);
  }

  static Refusal unauthorized(String detail) {
    return new Refusal(new Problem(401, "Not logged in", detail));
  }

  static Refusal forbidden(String detail) {
    return new Refusal(new Problem(403, "Not allowed", detail));
  }

  static Refusal conflict(String detail) {
    return new Refusal(new Problem(409, "Something is being done already", detail));
  }

  static Refusal tooMany(Duration retryAfter) {
    long seconds = retryAfter.plusMillis(999).toSeconds();
    String detail = "too many wrong passwords: wait " + seconds + " s and try again";
    return new Refusal(new Problem(429, "Too many attempts", detail), Duration.ofSeconds(seconds));
  }

  /** What is told of any failure. */
  static Refusal of(Throwable failure) {
    if (failure instanceof Refusal refusal) return refusal;
    if (failure instanceof BusFailure bus) return of(bus);
    return new Refusal(new Problem(500, "That went wrong", "the fault is ours and has been noted"));
  }

  private static Refusal of(BusFailure failure) {
    String told = String.valueOf(failure.getMessage());
    return switch (failure.kind()) {
      case NOT_FOUND -> new Refusal(Problem.notFound(told));
      case INVALID, SUPERSEDED -> conflict(told);
      case UNAVAILABLE -> new Refusal(Problem.unavailable(told));
      case INTERNAL -> new Refusal(new Problem(500, "That went wrong", told));
    };
  }

  Problem problem() {
    return problem;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
