package afa.rehearsal.syndication;

import io.vertx.ext.web.RoutingContext;

/** {@code GET /blogs/{slug}/{number}}: what people see who follow a link of a feed. */
final class BlogPage {
  private final Blogs blogs;

  BlogPage(Blogs blogs) {
    this.blogs = blogs;
  }

  void show(RoutingContext context) {
    Blog blog = blogs.named(context.pathParam("slug"));
    BlogEntry entry = blog == null ? null : blog.at(context.request().path());
    if (entry == null) {
      context.next();
      return;
    }
    String title = FeedFormat.escaped(entry.title());
    context
        .response()
        .putHeader("content-type", "text/html; charset=utf-8")
        .putHeader("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
        .end("<!doctype html><title>" + title + "</title><style>body{font:1.1em/1.5 serif;"
            + "max-width:38em;margin:2em auto}</style><h1>" + title + "</h1><p><em>"
            + FeedFormat.escaped(entry.author().name()) + ", " + FeedFormat.escaped(blog.title())
            + "</em></p>" + FeedFormat.html(entry));
  }
}
