package afa.links;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for all addresses that lead to the same place: without what tells who sent it
 * ({@code utm_source}), the part of the page, the default port, {@code www.}, and with
 * {@code https} throughout.
 */
final class LinkAddress {
  /** In bytes; longer ones are no addresses that anybody says, and PostgreSQL indexes no longer keys. */
  private static final int LONGEST = 1_500;

  private static final Pattern TELLS_WHO = Pattern.compile(
      "(?i)(?:utm_\\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|twclid|yclid|ttclid|igshid|igsh"
          + "|mc_[ce]id|mkt_tok|_hsenc|_hsmi|vero_id|oly_\\w+_id|wt_mc|cmpid|ref_(?:src|url)"
          + "|at_medium|at_campaign|s_cid|ck_subscriber_id)");

  /** Of these hosts shorter names mean the same. */
  private static final Pattern TELLS_WHO_ON_X = Pattern.compile("[st]");

  private static final Pattern TELLS_WHO_ON_YOUTUBE = Pattern.compile("si|feature");

  /** A program in the page reads these as its address. */
  private static final Pattern ROUTE = Pattern.compile("[!/].*");

  private static final Pattern ESCAPE = Pattern.compile("%[0-9a-f]{2}");

  private static final Pattern HOST = Pattern.compile("(?i)(https?://)([^/?#:@\\[\\]]+)");

  private LinkAddress() {}

  /** The address to visit: what a stranger wrote, if it is one of the web; without a login in it. */
  static Optional<URI> visitable(String url) {
    try {
      URI uri = new URI(withPlainHost(url.strip()));
      boolean isWeb =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      boolean isPlain = uri.getHost() != null && uri.getRawUserInfo() == null;
      return isWeb && isPlain && url.getBytes(StandardCharsets.UTF_8).length <= LONGEST
          ? Optional.of(uri)
          : Optional.empty();
    } catch (java.net.URISyntaxException none) {
      return Optional.empty();
    }
  }

  /** Java reads hosts in ASCII only: {@code bücher.example} is {@code xn--bcher-kva.example}. */
  private static String withPlainHost(String url) {
    Matcher parts = HOST.matcher(url);
    if (!parts.lookingAt() || parts.group(2).chars().allMatch(c -> c < 128)) return url;
    try {
      return parts.group(1) + IDN.toASCII(parts.group(2)) + url.substring(parts.end());
    } catch (IllegalArgumentException noName) {
      return url;
    }
  }

  /** The one spelling; empty for what nobody can visit. */
  static Optional<String> of(String url) {
    return visitable(url).map(URI::normalize).flatMap(LinkAddress::of);
  }

  private static Optional<String> of(URI uri) {
    String host = host(uri.getHost());
    if (host.isEmpty()) return Optional.empty();
    int port = uri.getPort();
    String at = port < 0 || port == 80 || port == 443 ? host : host + ":" + port;
    String path = path(uri.getRawPath());
    return Optional.of("https://" + at + path + query(host, uri.getRawQuery()) + route(uri));
  }

  private static String host(String written) {
    try {
      String host = written.startsWith("[") ? written : IDN.toASCII(written);
      String lower = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
      return lower.startsWith("www.") && lower.indexOf('.', 4) > 0 ? lower.substring(4) : lower;
    } catch (IllegalArgumentException noName) {
      return "";
    }
  }

  private static String path(@Nullable String raw) {
    String path = raw == null ? "" : raw.replaceFirst("/+$", "");
    String upper = ESCAPE.matcher(path).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
    return upper.isEmpty() ? "/" : upper;
  }

  private static String query(String host, @Nullable String raw) {
    if (raw == null) return "";
    String rest = Arrays.stream(raw.split("&"))
        .filter(part -> !part.isEmpty() && !tellsWho(host, part.replaceFirst("=.*", "")))
        .collect(Collectors.joining("&"));
    return rest.isEmpty() ? "" : "?" + rest;
  }

  private static boolean tellsWho(String host, String name) {
    if (TELLS_WHO.matcher(name).matches()) return true;
    return switch (host) {
      case "x.com", "twitter.com" -> TELLS_WHO_ON_X.matcher(name).matches();
      case "youtube.com", "youtu.be" -> TELLS_WHO_ON_YOUTUBE.matcher(name).matches();
      default -> false;
    };
  }

  private static String route(URI uri) {
    String fragment = uri.getRawFragment();
    return fragment != null && ROUTE.matcher(fragment).matches() ? "#" + fragment : "";
  }
}
