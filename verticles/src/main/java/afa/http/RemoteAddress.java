package afa.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** From where a request comes. */
public final class RemoteAddress {
  private RemoteAddress() {}

  /**
   * The address of whoever asks.
   *
   * @param trustForwardedFor whether a load balancer has put it into {@code X-Forwarded-For}
   */
  public static String of(HttpServerRequest request, boolean trustForwardedFor) {
    List<String> lines =
        trustForwardedFor ? request.headers().getAll("x-forwarded-for") : List.of();
    if (!lines.isEmpty()) return last(lines);
    return request.remoteAddress() == null ? "unknown" : request.remoteAddress().hostAddress();
  }

  /**
   * The last one is what our own load balancer saw; those before are the claim of whoever asks. Some
   * load balancers add a line of their own, others go on with the one that is there.
   */
  static String last(List<String> lines) {
    String last = lines.get(lines.size() - 1);
    return last.substring(last.lastIndexOf(',') + 1).strip();
  }
}
