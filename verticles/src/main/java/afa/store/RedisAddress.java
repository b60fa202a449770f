package afa.store;

import io.vertx.core.net.PemTrustOptions;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where Redis is, as {@code REDIS_URL} says it: one address, or several of a Cluster or of the
 * Sentinels of a master.
 *
 * @param urls each of them {@code redis://}, {@code rediss://} or {@code unix://}
 * @param cluster whether they are nodes of a Redis Cluster
 * @param master name of the master that Sentinels watch; empty without them
 * @param ca file with the certificates that TLS trusts, as PEM; empty for those that Java trusts
 */
public record RedisAddress(List<String> urls, boolean cluster, String master, String ca) {
  private static final Pattern NETWORK = Pattern.compile(
      "rediss?://(?:[^@/?#\\s]*@)?(?:[\\w.-]+|\\[[0-9a-fA-F:.]+])(?::\\d{1,5})?(?:/\\d{0,3})?");
  private static final Pattern SOCKET = Pattern.compile("unix:///?[^?#\\s]+");
  private static final Set<String> PARAMETERS = Set.of("cluster", "sentinel", "ca");

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException saying all that is wrong, without the address, as that holds a
   *     password
   */
  public static RedisAddress parse(String text) {
    int query = text.indexOf('?');
    List<String> problems = new ArrayList<>();
    List<String> urls =
        List.of((query < 0 ? text : text.substring(0, query)).strip().split(",", -1));
    for (int i = 0; i < urls.size(); i++) {
      boolean known =
          NETWORK.matcher(urls.get(i)).matches() || SOCKET.matcher(urls.get(i)).matches();
      if (!known) problems.add(place(i, urls) + "is not an address such as redis://127.0.0.1:6379");
    }
    Map<String, String> parameters =
        parameters(query < 0 ? "" : text.substring(query + 1), problems);
    RedisAddress address = new RedisAddress(
        urls,
        parameters.containsKey("cluster"),
        parameters.getOrDefault("sentinel", ""),
        parameters.getOrDefault("ca", ""));
    address.check(parameters, problems);
    if (!problems.isEmpty()) throw new IllegalArgumentException(String.join("; ", problems));
    return address;
  }

  private static String place(int i, List<String> urls) {
    return urls.size() == 1 ? "" : "number " + (i + 1) + " ";
  }

  private static Map<String, String> parameters(String query, List<String> problems) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter :
        Arrays.stream(query.split("&", -1)).filter(p -> !p.isEmpty()).toList()) {
      String[] both = parameter.split("=", 2);
      if (!PARAMETERS.contains(both[0])) problems.add("has an unknown parameter " + both[0]);
      parameters.put(both[0], both.length > 1 ? both[1] : "");
    }
    return parameters;
  }

  private void check(Map<String, String> parameters, List<String> problems) {
    boolean sentinel = parameters.containsKey("sentinel");
    if (sentinel && master.isEmpty()) problems.add("sentinel=NAME must name the master");
    if (sentinel && cluster) problems.add("is either a cluster or behind sentinels");
    if (urls.size() > 1 && !sentinel && !cluster) {
      problems.add("has several addresses, so it must end in ?cluster or ?sentinel=NAME");
    }
    if (!ca.isEmpty() && !Files.isReadable(Path.of(ca))) problems.add("ca: no such file: " + ca);
  }

  RedisOptions options() {
    RedisOptions options = new RedisOptions()
        .setType(type())
        .setMaxPoolSize(8)
        .setMaxPoolWaiting(1_000)
        .setMaxWaitingHandlers(10_000);
    urls.forEach(options::addConnectionString);
    if (!master.isEmpty()) options.setMasterName(master).setAutoFailover(true);
    options.getNetClientOptions().setHostnameVerificationAlgorithm("HTTPS");
    if (!ca.isEmpty()) {
      options.getNetClientOptions().setTrustOptions(new PemTrustOptions().addCertPath(ca));
    }
    return options;
  }

  private RedisClientType type() {
    if (cluster) return RedisClientType.CLUSTER;
    return master.isEmpty() ? RedisClientType.STANDALONE : RedisClientType.SENTINEL;
  }

  /** Hides the passwords. */
  @Override
  public String toString() {
    return urls.stream().map(url -> url.replaceFirst("//[^@]*@", "//")).toList() + " " + type();
  }
}
