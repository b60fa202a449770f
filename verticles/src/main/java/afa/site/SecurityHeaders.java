package afa.site;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * What browsers must not do with our pages, whatever a post contains: run or load anything but our
 * own files and the photos of posts, be framed, send forms elsewhere.
 */
final class SecurityHeaders {
  private final String policy;

  /**
   * @param mediaOrigins besides {@code https:}
   */
  SecurityHeaders(List<String> mediaOrigins) {
    String media = String.join(" ", mediaOrigins);
    policy = String.join(
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

  void add(RoutingContext request) {
    MultiMap headers = request.response().headers();
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    request.next();
  }
}
