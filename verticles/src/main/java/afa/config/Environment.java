package afa.config;

import java.util.Map;
import java.util.Optional;

/**
 * The environment of the process: the only home of secrets.
 *
 * @param variables as the operating system gave them
 */
public record Environment(Map<String, String> variables) {
  public Environment {
    variables = Map.copyOf(variables);
  }

  /** A variable that is set and not blank. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** Hides the values: some are secret. */
  @Override
  public String toString() {
    return "Environment[" + variables.size() + " variables]";
  }
}
