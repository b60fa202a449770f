package afa.console;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;

/** Whether a page of ours makes a request. */
final class Origins {
  private Origins() {}

  /** Whether a browser says that a page of another site makes this request. */
  static boolean isForeign(HttpServerRequest request) {
    String site = request.getHeader("sec-fetch-site");
    if (site != null && (site.equals("cross-site") || site.equals("same-site"))) return true;
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null) return false;
    HostAndPort here = request.authority();
    int scheme = origin.indexOf("://");
    return scheme < 0
        || here == null
        || !origin.substring(scheme + 3).equalsIgnoreCase(here.toString().toLowerCase(Locale.ROOT));
  }
}
