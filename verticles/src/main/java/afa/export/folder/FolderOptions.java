package afa.export.folder;

import afa.config.Environment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for.
 *
 * @param event empty for an import
 * @param data directory of the embedded servers
 * @param pictures an earlier folder whose pictures are taken over
 * @param fetches whether pictures are asked for on the web
 */
record FolderOptions(
    boolean imports,
    String event,
    Path folder,
    Path data,
    Optional<Path> pictures,
    boolean fetches) {

  private static final String USAGE =
      """
      export EVENT DIR [--data data]  writes an event to a folder, which opens in a browser
        --media DIR                   takes pictures from an earlier folder
        --no-media                    asks for no picture
      import DIR [--data data]        puts such a folder into an archive that lacks the event
      DATABASE_URL means another PostgreSQL than that of the data directory.""";

  static FolderOptions parse(String command, List<String> arguments, Environment environment) {
    boolean imports = command.equals("import");
    List<String> names = new ArrayList<>();
    String data = environment.get("AFA_DATA").orElse("data");
    Optional<Path> media = Optional.empty();
    boolean fetches = true;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith("--data=")) data = argument.substring("--data=".length());
      else if (argument.startsWith("--media=")) {
        media = Optional.of(path(argument.substring("--media=".length())));
      } else if (argument.equals("--data")) data = value(arguments, ++i);
      else if (argument.equals("--media")) media = Optional.of(path(value(arguments, ++i)));
      else if (argument.equals("--no-media")) fetches = false;
      else if (argument.startsWith("--")) throw refused("unknown: " + argument);
      else names.add(argument);
    }
    if (names.size() != (imports ? 1 : 2)) throw refused("what is asked for is not clear");
    String event = imports ? "" : names.get(0);
    return new FolderOptions(
        imports, event, path(names.get(names.size() - 1)), path(data), media, fetches);
  }

  private static String value(List<String> arguments, int i) {
    if (i >= arguments.size()) throw refused("a value is missing");
    return arguments.get(i);
  }

  private static Path path(String name) {
    return Path.of(name).toAbsolutePath().normalize();
  }

  private static FolderRefused refused(String reason) {
    return new FolderRefused(reason + "\n\n" + USAGE);
  }
}
