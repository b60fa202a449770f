package afa.servers;

import java.util.Locale;

/** The operating system and processor, as the names of the packed programs spell them. */
final class Platform {
  private Platform() {}

  /** Such as {@code linux-amd64} or {@code darwin-arm64}. */
  static String current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static String of(String system, String processor) {
    String lower = system.toLowerCase(Locale.ROOT);
    String os = lower.startsWith("mac") ? "darwin" : lower.replaceAll("[^a-z].*", "");
    return os + "-"
        + switch (processor) {
          case "x86_64", "amd64" -> "amd64";
          case "aarch64", "arm64" -> "arm64";
          default -> processor;
        };
  }
}
