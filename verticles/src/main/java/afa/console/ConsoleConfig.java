package afa.console;

import afa.config.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Settings of the console.
 *
 * @param users besides {@code admin}
 * @param behindTls whether browsers come by HTTPS although this node speaks HTTP: a load balancer
 *     ends it
 * @param trustForwardedFor whether the address of a browser is the last in {@code X-Forwarded-For}
 */
public record ConsoleConfig(List<User> users, boolean behindTls, boolean trustForwardedFor) {
  static final String ADMIN = "admin";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern RIGHT = Pattern.compile("look|operate");
  private static final Pattern HASH =
      Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-9])\\$[./A-Za-z0-9]{53}");

  public ConsoleConfig {
    users = List.copyOf(users);
  }

  /**
   * Somebody who may log in.
   *
   * @param hash of the password, as {@code ./afa hash} prints it
   */
  record User(String name, Right right, String hash) {}

  public static ConsoleConfig read(Section console) {
    List<Section> listed = console.list("users");
    Set<String> names = new HashSet<>(Set.of(ADMIN));
    List<User> users = listed.stream().map(user -> user(user, names)).toList();
    ConsoleConfig config = new ConsoleConfig(
        users, console.flag("behindTls", false), console.flag("trustForwardedFor", false));
    console.end();
    return config;
  }

  private static User user(Section user, Set<String> names) {
    String name = user.text("name", NAME, "1 to 64 lower-case letters, digits, '.', '_' or '-'");
    if (!name.isEmpty() && !names.add(name)) user.problem("name", name + " is there already");
    String right = user.text("role", RIGHT, "look or operate");
    String hash = user.text("hash", HASH, "a hash that ./afa hash has printed");
    user.end();
    return new User(
        name, right.isEmpty() ? Right.LOOK : Right.valueOf(right.toUpperCase(Locale.ROOT)), hash);
  }
}
