package afa.site;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What browsers must not do with our pages, whatever a post contains: run or load anything but our
 * own files and the photos of posts, be framed, send forms elsewhere.
 */
public final class SecurityHeaders {
  private static final String POLICY = "Content-Security-Policy";

  /** An event's description is no place from which a policy could be rewritten. */
  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");

  private final List<String> mediaOrigins;

  /**
   * @param mediaOrigins besides {@code https:}, on all pages
   */
  SecurityHeaders(List<String> mediaOrigins) {
    this.mediaOrigins = List.copyOf(mediaOrigins);
  }

  void add(RoutingContext request) {
    MultiMap headers = request.response().headers();
    headers.set(POLICY, policy(mediaOrigins));
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    request.next();
  }

  /** Lets one page show pictures from further origins. */
  public void allow(HttpServerResponse response, Collection<String> further) {
    if (further.isEmpty()) return;
    Set<String> origins = new LinkedHashSet<>(mediaOrigins);
    further.stream().filter(ORIGIN.asMatchPredicate()).forEach(origins::add);
    response.headers().set(POLICY, policy(origins));
  }

  private static String policy(Collection<String> mediaOrigins) {
    String media = String.join(" ", mediaOrigins);
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        ("img-src 'self' https: " + media).strip(),
        ("media-src 'self' https: " + media).strip(),
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }
}
