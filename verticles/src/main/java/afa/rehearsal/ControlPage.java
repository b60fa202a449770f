package afa.rehearsal;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The control desk of a rehearsal as a page: forms and buttons, no script, nothing from elsewhere. */
final class ControlPage {
  private static final String STYLE = "rehearsal/control.css";
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Control desk of the rehearsal</title>
      <link rel="stylesheet" href="/control/style.css">
      <header>
      <h1>Control desk <small>of the rehearsal</small></h1>
      """;
  private static final String ALL =
      """
      <section id="all" aria-labelledby="all-title">
      <h2 id="all-title">All networks</h2>
      <form method="post" action="/control/all/flood"><button>Flood</button>
        <label><input type="number" min="1" name="posts" value="500"> posts</label>
        <label>at <input type="number" min="1" name="perSecond" value="100"> a second</label></form>
      <form method="post" action="/control/all/silence"><button>Silence</button>
        <label><input type="number" min="1" name="seconds" value="60"> seconds</label></form>
      <form method="post" action="/control/all/outage"><button class="harm">Outage</button>
        <label><input type="number" min="1" name="seconds" value="30"> seconds</label></form>
      <form method="post" action="/control/all/pace"><button>Pace</button>
        <label><input type="number" step="any" min="0" name="perSecond" value="1"> posts a second, \
      shared out</label></form>
      <form method="post" action="/control/all/calm"><button class="good">Calm</button>
        <span>ends every fault that lasts</span></form>
      </section>
      """;

  private ControlPage() {}

  static String html(List<ControlSection> sections) {
    boolean several = sections.size() > 1;
    StringBuilder page = new StringBuilder(HEAD).append("<nav>\n");
    if (several) page.append("<a href=\"#all\">All</a>\n");
    for (ControlSection section : sections) {
      page.append("<a href=\"#" + section.id() + "\">" + escaped(section.label()) + "</a>\n");
    }
    page.append("<a href=\"/control\">Look again</a>\n<a href=\"/schedule.json\">Schedule</a>\n");
    if (several) page.append("<a href=\"/outages\">Outages</a>\n");
    page.append("</nav>\n</header>\n<main>\n").append(several ? ALL : "");
    sections.forEach(section -> page.append(section.html()));
    return page.append("</main>\n</html>\n").toString();
  }

  /** Why an order was not carried out, with the way back. */
  static String refusal(String why, String back) {
    return HEAD + "</header>\n<main><section>\n<h2>That did not work</h2>\n<p role=\"alert\">"
        + escaped(why) + "</p>\n<p><a href=\"" + back + "\">Back</a></p></section></main></html>\n";
  }

  static void send(RoutingContext context, String page) {
    context
        .response()
        .putHeader("content-type", "text/html; charset=utf-8")
        .putHeader("cache-control", "no-store")
        .putHeader(
            "content-security-policy",
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'")
        .end(page);
  }

  static void style(RoutingContext context) {
    context.response().putHeader("content-type", "text/css; charset=utf-8").end(style());
  }

  private static String style() {
    try (InputStream in = ControlPage.class.getClassLoader().getResourceAsStream(STYLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(STYLE, unreadable);
    }
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
