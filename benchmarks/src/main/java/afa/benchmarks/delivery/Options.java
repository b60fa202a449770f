package afa.benchmarks.delivery;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Options of the form {@code --name value}, all of which have a default. */
final class Options {
  private final Map<String, String> given = new HashMap<>();

  /** Thrown with a sentence for whoever typed the options. */
  static final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1;

    Mistake(String message) {
      super(message);
    }
  }

  Options(String[] arguments, Set<String> known) {
    for (int i = 0; i < arguments.length; i++) {
      String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
      int equals = name.indexOf('=');
      String key = equals < 0 ? name : name.substring(0, equals);
      if (!known.contains(key)) {
        throw new Mistake(arguments[i] + " is no option; there are --"
            + String.join(" --", new TreeSet<>(known)));
      }
      if (equals >= 0) given.put(key, name.substring(equals + 1));
      else if (++i < arguments.length) given.put(key, arguments[i]);
      else throw new Mistake("--" + key + " needs a value");
    }
  }

  double number(String name, double otherwise) {
    String value = given.get(name);
    try {
      return value == null ? otherwise : Double.parseDouble(value);
    } catch (NumberFormatException none) {
      throw new Mistake("--" + name + " needs a number, not " + value);
    }
  }

  int whole(String name, int otherwise) {
    return (int) number(name, otherwise);
  }

  List<String> list(String name, String otherwise) {
    return Arrays.asList(given.getOrDefault(name, otherwise).split(","));
  }

  List<Peer> peers(String otherwise) {
    try {
      return list("peers", otherwise).stream()
          .map(name -> Peer.valueOf(name.toUpperCase(Locale.ROOT)))
          .toList();
    } catch (IllegalArgumentException none) {
      throw new Mistake("--peers: there are ours,nchan,node,limit");
    }
  }

  /** Null when it was not given; otherwise as seen from where the caller stands. */
  Path path(String name) {
    String value = given.get(name);
    return value == null ? null : Path.of(System.getProperty("afa.caller", "")).resolve(value);
  }
}
