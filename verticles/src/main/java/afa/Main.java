package afa;

import afa.backup.BackupCommand;
import afa.backup.BackupRefused;
import afa.chaos.ChaosCommand;
import afa.config.ConfigException;
import afa.config.Environment;
import afa.console.HashCommand;
import afa.export.folder.FolderCommand;
import afa.export.folder.FolderRefused;
import afa.rehearsal.RehearseCommand;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The front door: reads what it was told, and says in plain words what is wrong with it. */
public final class Main {
  /** Exit status when what we were told, or what we found, must be changed by a person first. */
  private static final int MISTAKE = 2;

  /** Exit status when something else went wrong; trying again may help. */
  private static final int FAILED = 1;

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  private Main() {}

  public static void main(String[] args) {
    List<String> arguments = List.of(args);
    String command = arguments.isEmpty() ? "help" : arguments.get(0);
    List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    try {
      switch (command) {
        case "run" -> run(rest);
        case "rehearse" -> RehearseCommand.run(rest.toArray(String[]::new));
        case "chaos" -> ChaosCommand.run(rest);
        case "backup", "restore" -> BackupCommand.run(command, rest, environment());
        case "export", "import" -> FolderCommand.run(command, rest, environment());
        case "hash" -> hash();
        case "help", "--help", "-h" -> System.out.println(Usage.ALL);
        default -> throw new UsageException("unknown command " + command + "\n\n" + Usage.ALL);
      }
    } catch (UsageException | ConfigException | BackupRefused | FolderRefused mistake) {
      System.err.println(mistake.getMessage());
      System.exit(MISTAKE);
    } catch (NotJoined failure) {
      log.error(failure.getMessage(), failure.getCause());
      System.exit(NotJoined.START_AGAIN);
    } catch (RuntimeException failure) {
      log.error("The node could not start", failure);
      System.exit(FAILED); // threads that were started already would keep a dead process alive
    }
  }

  private static void run(List<String> arguments) {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      System.out.println("usage: ./afa " + Usage.RUN);
      return;
    }
    RunOptions options = RunOptions.parse(arguments, environment());
    environment().get("AFA_LOG_DIR").ifPresent(logs -> LogFile.open(Path.of(logs), options.node()));
    Node.run(options, environment());
  }

  private static void hash() {
    try {
      HashCommand.run();
    } catch (IllegalArgumentException mistake) {
      throw new UsageException(mistake.getMessage());
    }
  }

  private static Environment environment() {
    return new Environment(System.getenv());
  }
}
