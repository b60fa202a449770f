package afa.console;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;

/** {@code ./afa hash}: makes of a password what conf/afa.yaml may know of it. */
public final class HashCommand {
  private static final int SHORTEST = 8;

  private HashCommand() {}

  /**
   * Asks for a password, at the terminal without showing it, and prints its hash.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static void run() {
    String password = read().orElse("");
    if (password.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "A password of " + SHORTEST + " characters or more is expected: type it, or pipe it in");
    }
    System.out.println(Passwords.hash(password));
  }

  /** From Java 22 on there is a console without a terminal, too, and it says so. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException beforeThat) {
      return true;
    }
  }

  @SuppressWarnings("SystemConsoleNull") // asked further below
  private static Optional<String> read() {
    Console terminal = System.console();
    if (terminal != null && isTerminal(terminal)) {
      return Optional.ofNullable(terminal.readPassword("Password: ")).map(String::new);
    }
    try {
      // Not closed: it is not ours.
      InputStreamReader in = new InputStreamReader(System.in, Charset.defaultCharset());
      return Optional.ofNullable(new BufferedReader(in).readLine());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
