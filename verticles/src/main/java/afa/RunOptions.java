package afa;

import afa.config.Environment;
import afa.front.TlsPair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code run} was told, by options or by {@code AFA_*} variables.
 *
 * @param host address to listen on for HTTP
 * @param port for HTTP, 1 to 65535
 * @param events event files; none means the rehearsal
 * @param data where the embedded servers keep their data
 * @param cluster name of the cluster; empty leaves the one in cluster.xml
 * @param conf settings file; defaults hold when nobody named one and there is none
 * @param tls what HTTP is encrypted with, if it is
 * @param node its name in the cluster, the same after a restart
 */
record RunOptions(
    String host,
    int port,
    Set<Role> roles,
    List<Path> events,
    Path data,
    String cluster,
    Path conf,
    Optional<TlsPair> tls,
    String node) {

  private static final Map<String, String> DEFAULTS = defaults();

  /**
   * Reads options; an option wins over its variable.
   *
   * @throws UsageException naming everything that is wrong
   */
  static RunOptions parse(List<String> arguments, Environment environment) {
    List<String> problems = new ArrayList<>();
    Map<String, String> given = given(arguments, problems);
    Map<String, String> all = new LinkedHashMap<>(DEFAULTS);
    DEFAULTS
        .keySet()
        .forEach(name -> environment.get(variable(name)).ifPresent(v -> all.put(name, v)));
    all.putAll(given);
    conf(all.get("conf"), problems);
    int port = port(all.get("port"), problems);
    RunOptions options = new RunOptions(
        all.get("host"),
        port,
        roles(all.get("roles"), problems),
        list(all.get("event")).stream().map(Path::of).toList(),
        Path.of(all.get("data")).toAbsolutePath().normalize(),
        all.get("cluster"),
        Path.of(all.get("conf")),
        tls(all.get("tls-cert"), all.get("tls-key"), problems),
        NodeName.of(all.get("node"), port, problems));
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("\n", problems) + "\n\n" + Usage.RUN);
    }
    return options;
  }

  private static Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("port", "8080");
    defaults.put("host", "127.0.0.1");
    defaults.put("roles", "all");
    defaults.put("event", "");
    defaults.put("data", "data");
    defaults.put("cluster", "");
    defaults.put("node", "");
    defaults.put("conf", "conf/afa.yaml");
    defaults.put("tls-cert", "");
    defaults.put("tls-key", "");
    return defaults;
  }

  /** The one that nobody named may be missing. */
  private static void conf(String file, List<String> problems) {
    if (!file.equals(DEFAULTS.get("conf")) && !Files.exists(Path.of(file))) {
      problems.add("conf " + file + " does not exist");
    }
  }

  private static String variable(String name) {
    return "AFA_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Map<String, String> given(List<String> arguments, List<String> problems) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      String name = argument.startsWith("--")
          ? argument.substring(2, equals < 0 ? argument.length() : equals)
          : argument;
      if (!argument.startsWith("--") || !DEFAULTS.containsKey(name)) {
        problems.add("unknown option " + argument);
      } else if (equals >= 0) {
        put(given, name, argument.substring(equals + 1));
      } else if (i + 1 < arguments.size()) {
        put(given, name, arguments.get(++i));
      } else {
        problems.add(argument + " needs a value");
      }
    }
    return given;
  }

  /** Several {@code --event} are several events; of other options the last one counts. */
  private static void put(Map<String, String> given, String name, String value) {
    given.merge(name, value, (old, added) -> name.equals("event") ? old + "," + added : added);
  }

  private static int port(String text, List<String> problems) {
    if (text.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_535) return port;
    }
    problems.add("port " + text + ": expected a number from 1 to 65535");
    return 8080;
  }

  private static Optional<TlsPair> tls(String cert, String key, List<String> problems) {
    if (cert.isEmpty() && key.isEmpty()) return Optional.empty();
    if (!cert.isEmpty() && !key.isEmpty()) {
      return TlsPair.read(Path.of(cert), Path.of(key), problems);
    }
    problems.add("tls-cert and tls-key: give both or neither");
    return Optional.empty();
  }

  private static Set<Role> roles(String text, List<String> problems) {
    if (text.equals("all")) return EnumSet.allOf(Role.class);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : list(text)) {
      try {
        roles.add(Role.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException unknown) {
        problems.add("role " + name + ": expected some of "
            + Arrays.toString(Role.values()).toLowerCase(Locale.ROOT));
      }
    }
    return roles;
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }
}
