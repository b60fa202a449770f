package afa.rehearsal.syndication;

import afa.rehearsal.Fault;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** {@code GET /blogs/{slug}/feed.xml}, {@code atom.xml} and {@code feed.json}. */
final class BlogEndpoint {
  private static final int SLOW_BYTES = 400;
  private static final int SLOW_MILLIS = 20;
  private static final int OVERLONG_BYTES = 12 << 20;

  /** Below this a blog is after it moved. */
  private static final String NEW = "/new/";

  private final Vertx vertx;
  private final Blogs blogs;
  private final BlogFaults faults;
  private final Supplier<String> url;
  private long requests;
  private long unchanged;

  BlogEndpoint(Vertx vertx, Blogs blogs, BlogFaults faults, Supplier<String> url) {
    this.vertx = vertx;
    this.blogs = blogs;
    this.faults = faults;
    this.url = url;
  }

  void mount(Router router) {
    for (FeedFormat format : FeedFormat.values()) {
      router.get("/blogs/:slug/" + format.file()).handler(context -> serve(context, format));
      router.get("/blogs/:slug" + NEW + format.file()).handler(context -> serve(context, format));
    }
    router.get("/blogs/:slug/:number").handler(new BlogPage(blogs)::show);
  }

  long requests() {
    return requests;
  }

  /** How many of them were answered with 304. */
  long unchanged() {
    return unchanged;
  }

  private void serve(RoutingContext context, FeedFormat format) {
    Blog blog = blogs.named(context.pathParam("slug"));
    if (blog == null) {
      context.next();
      return;
    }
    requests++;
    Fault fault = faults.next().orElse(null);
    if (fault == null) answer(context, blog, format, blog.newest());
    else disturbed(context, blog, format, fault);
  }

  private void disturbed(RoutingContext context, Blog blog, FeedFormat format, Fault fault) {
    HttpServerResponse response = context.response();
    List<BlogEntry> entries = new ArrayList<>(blog.newest());
    switch (fault) {
      case OUTAGE, UNAVAILABLE -> refuse(response, 503, fault);
      case RATE_LIMITED -> refuse(response, 429, fault);
      case UNAVAILABLE_HTML ->
        response
            .setStatusCode(502)
            .putHeader("content-type", "text/html")
            .end("<html><body><h1>502 Bad Gateway</h1></body></html>");
      case REVOKED ->
        response.setStatusCode(401).putHeader("www-authenticate", "Basic").end();
      case FORBIDDEN -> response.setStatusCode(403).end();
      case STALL -> vertx.setTimer(1_000 * faults.secondsLeft(fault), over -> drop(context));
      case DROP -> drop(context);
      case CUT -> cut(context, body(blog, format, entries));
      case GARBAGE ->
        send(response, format, Buffer.buffer("<rss version=\"2.0\"><channel><item><title>&</item"));
      case OVERLONG -> send(response, format, Buffer.buffer("<rss>" + " ".repeat(OVERLONG_BYTES)));
      case SLOW -> slowly(response, body(blog, format, entries));
      case CHANGED -> answer(context, blog, format.next(), entries);
      case MOVED -> moved(context, blog, format);
      case DUPLICATE -> {
        entries.addAll(blog.newest());
        whole(response, blog, format, entries);
      }
      case REORDER -> {
        Collections.reverse(entries);
        whole(response, blog, format, entries);
      }
      default -> throw new IllegalStateException(fault + " is no fault of blogs");
    }
  }

  private void refuse(HttpServerResponse response, int status, Fault fault) {
    response
        .setStatusCode(status)
        .putHeader("retry-after", Long.toString(faults.secondsLeft(fault)))
        .end();
  }

  private void moved(RoutingContext context, Blog blog, FeedFormat format) {
    if (context.request().path().contains(NEW)) answer(context, blog, format, blog.newest());
    else {
      context
          .response()
          .setStatusCode(301)
          .putHeader("location", "/blogs/" + blog.slug() + NEW + format.file())
          .end();
    }
  }

  private void answer(
      RoutingContext context, Blog blog, FeedFormat format, List<BlogEntry> entries) {
    HttpServerResponse response = context.response();
    String tag = blog.tag(format);
    response
        .putHeader("etag", tag)
        .putHeader("last-modified", FeedFormat.RFC_822.format(blog.changed()));
    if (isKnown(context, tag, blog.changed())) {
      unchanged++;
      response.setStatusCode(304).end();
    } else whole(response, blog, format, entries);
  }

  /** As RFC 9110 says: the date counts only where there is no tag. */
  private static boolean isKnown(RoutingContext context, String tag, Instant changed) {
    String known = context.request().getHeader("if-none-match");
    if (known != null) return known.equals(tag) || known.equals("*");
    String since = context.request().getHeader("if-modified-since");
    return FeedFormat.RFC_822.format(changed).equals(since);
  }

  private Buffer body(Blog blog, FeedFormat format, List<BlogEntry> entries) {
    return Buffer.buffer(format.write(blog, entries, url.get()));
  }

  private void whole(
      HttpServerResponse response, Blog blog, FeedFormat format, List<BlogEntry> entries) {
    send(response, format, body(blog, format, entries))
        .onSuccess(sent -> entries.forEach(blogs::wasRead));
  }

  private static Future<Void> send(HttpServerResponse response, FeedFormat format, Buffer body) {
    return response.putHeader("content-type", format.contentType()).end(body);
  }

  private static void cut(RoutingContext context, Buffer body) {
    HttpServerResponse response = context.response();
    response.putHeader("content-length", Integer.toString(body.length()));
    response.write(body.slice(0, body.length() / 2)).onComplete(half -> drop(context));
  }

  private static void drop(RoutingContext context) {
    context.request().connection().close();
  }

  private void slowly(HttpServerResponse response, Buffer body) {
    response.setChunked(true);
    slowly(response, body, 0);
  }

  private void slowly(HttpServerResponse response, Buffer body, int from) {
    if (response.closed()) return;
    int to = Math.min(body.length(), from + SLOW_BYTES);
    response.write(body.slice(from, to));
    if (to == body.length()) response.end();
    else vertx.setTimer(SLOW_MILLIS, next -> slowly(response, body, to));
  }
}
