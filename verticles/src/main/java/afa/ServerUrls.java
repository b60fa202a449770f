package afa;

import afa.config.Environment;
import afa.store.RedisAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Addresses of servers of somebody's own, checked before anything is started. */
final class ServerUrls {
  private static final Pattern POSTGRES = Pattern.compile("postgres(ql)?://\\S+");

  private ServerUrls() {}

  /**
   * Insists that those that are set can be used.
   *
   * @throws UsageException naming the variables, never their values: these hold passwords
   */
  static void check(Environment environment) {
    List<String> problems = new ArrayList<>();
    environment.get("REDIS_URL").ifPresent(url -> checkRedis(url, problems));
    check(environment, "DATABASE_URL", POSTGRES, "postgresql://user@127.0.0.1:5432/afa", problems);
    if (!problems.isEmpty()) throw new UsageException(String.join("\n", problems));
  }

  private static void checkRedis(String url, List<String> problems) {
    try {
      RedisAddress.parse(url);
    } catch (IllegalArgumentException wrong) {
      problems.add("REDIS_URL " + wrong.getMessage());
    }
  }

  private static void check(
      Environment environment, String name, Pattern form, String example, List<String> problems) {
    boolean wrong =
        environment.get(name).filter(url -> !form.matcher(url).matches()).isPresent();
    if (wrong) problems.add(name + " is not an address such as " + example);
  }
}
