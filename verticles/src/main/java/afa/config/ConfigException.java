package afa.config;

import java.util.List;

/** Our own settings are wrong: the start stops, and every problem is named at once. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ConfigException(String file, List<String> problems) {
    super(file
        + (problems.size() == 1 ? " has a problem:" : " has " + problems.size() + " problems:")
        + "\n  - "
        + String.join("\n  - ", problems));
  }
}
