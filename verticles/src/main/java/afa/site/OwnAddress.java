package afa.site;

import io.vertx.core.http.HttpServerRequest;

/** What this server is called by whoever asks. */
public final class OwnAddress {
  private OwnAddress() {}

  /** Scheme, host and port. A load balancer that ends TLS says so. */
  public static String root(HttpServerRequest request) {
    boolean isTls = request.isSSL() || "https".equals(request.getHeader("X-Forwarded-Proto"));
    return (isTls ? "https" : "http") + "://" + request.authority();
  }
}
