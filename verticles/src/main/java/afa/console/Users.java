package afa.console;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Who may log in, with which password, and what they may do. */
final class Users {
  /** Checked for names that nobody has, so that they take as long as others. Of no password. */
  private static final String NOBODYS_HASH =
      "$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW";

  /**
   * @param isPassword may block
   * @param secret of which the password cannot be told; another one for another password
   */
  record Account(Person person, Predicate<String> isPassword, String secret) {}

  private static final Account NOBODY =
      new Account(new Person("nobody", Right.LOOK), Users::takeAsLongAsOthers, "");

  private final Map<String, Account> accounts = new HashMap<>();

  Users(AdminPassword admin, ConsoleConfig config) {
    add(new Account(
        new Person(ConsoleConfig.ADMIN, Right.OPERATE), admin::matches, admin.digest()));
    for (ConsoleConfig.User user : config.users()) {
      add(new Account(
          new Person(user.name(), user.right()),
          password -> Passwords.matches(password, user.hash()),
          user.hash()));
    }
  }

  private static boolean takeAsLongAsOthers(String password) {
    Passwords.matches(password, NOBODYS_HASH); // known to somebody: it opens nothing
    return false;
  }

  private void add(Account account) {
    accounts.put(account.person().name(), account);
  }

  Optional<Account> find(String name) {
    return Optional.ofNullable(accounts.get(name));
  }

  /** The account of that name, or one that no password opens. */
  Account findOrNobody(String name) {
    return find(name).orElse(NOBODY);
  }
}
