package afa.backup;

import afa.config.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code backup DIR} and {@code restore DIR}: reads what was asked for and says what was done. */
public final class BackupCommand {
  public static final String USAGE =
      """
      backup DIR [--data data]   copies Redis and PostgreSQL to DIR, which must not be there yet
      restore DIR [--data data]  makes a data directory from such a copy; it must not be there yet
      REDIS_URL and DATABASE_URL mean other servers than those of the data directory.""";

  private BackupCommand() {}

  /**
   * Does one of the two.
   *
   * @throws BackupRefused when a person must change something first
   */
  public static void run(String command, List<String> arguments, Environment environment) {
    Path directory = directory(arguments);
    Servers servers = new Servers(
        data(arguments, environment),
        environment.get("REDIS_URL"),
        environment.get("DATABASE_URL"));
    try {
      boolean restores = command.equals("restore");
      String told =
          restores ? new Restore(servers).from(directory) : new Backup(servers).to(directory);
      System.out.println(told);
    } catch (IOException failure) {
      throw new BackupRefused("The " + command + " failed: " + failure.getMessage(), failure);
    }
  }

  private static Path directory(List<String> arguments) {
    boolean named = !arguments.isEmpty() && !arguments.get(0).startsWith("--");
    if (!named) throw new BackupRefused(USAGE);
    return Path.of(arguments.get(0)).toAbsolutePath().normalize();
  }

  private static Path data(List<String> arguments, Environment environment) {
    String data = environment.get("AFA_DATA").orElse("data");
    Optional<String> given = option(arguments.subList(1, arguments.size()));
    return Path.of(given.orElse(data)).toAbsolutePath().normalize();
  }

  private static Optional<String> option(List<String> rest) {
    if (rest.isEmpty()) return Optional.empty();
    if (rest.size() == 2 && rest.get(0).equals("--data")) return Optional.of(rest.get(1));
    if (rest.size() == 1 && rest.get(0).startsWith("--data=")) {
      return Optional.of(rest.get(0).substring("--data=".length()));
    }
    throw new BackupRefused("unknown: " + String.join(" ", rest) + "\n\n" + USAGE);
  }
}
