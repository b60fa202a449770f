package afa.rehearsal.mastodon;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTML that Mastodon makes of what people write. */
final class TootHtml {
  private static final int SHOWN = 30; // characters of an address that are seen

  private static final Pattern SPECIAL = Pattern.compile(
      "https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]|(?<![\\w/])#[\\p{L}\\p{N}_]*[\\p{L}_][\\p{L}\\p{N}_]*"
          + "|(?<![\\w/])@[A-Za-z0-9_]+");

  private TootHtml() {}

  /**
   * @param server address of the server that shows it, without a slash at the end
   */
  static String of(String text, String server) {
    StringBuilder html = new StringBuilder("<p>");
    Matcher special = SPECIAL.matcher(text);
    int done = 0;
    while (special.find()) {
      html.append(escaped(text.substring(done, special.start())));
      html.append(marked(special.group(), server));
      done = special.end();
    }
    html.append(escaped(text.substring(done))).append("</p>");
    return html.toString().replace("\n\n", "</p><p>").replace("\n", "<br />");
  }

  private static String marked(String word, String server) {
    String rest = word.substring(1);
    return switch (word.charAt(0)) {
      case '#' ->
        "<a href=\"" + server + "/tags/" + rest + "\" class=\"mention hashtag\" rel=\"tag\">#<span>"
            + rest + "</span></a>";
      case '@' ->
        "<span class=\"h-card\" translate=\"no\"><a href=\"" + server + "/@" + rest
            + "\" class=\"u-url mention\">@<span>" + rest + "</span></a></span>";
      default -> link(word);
    };
  }

  static String link(String url) {
    int scheme = url.indexOf("://") + 3;
    int end = Math.min(url.length(), scheme + SHOWN);
    String style = end < url.length() ? "ellipsis" : "";
    return "<a href=\"" + escaped(url) + "\" target=\"_blank\" rel=\"nofollow noopener\""
        + " translate=\"no\"><span class=\"invisible\">" + url.substring(0, scheme)
        + "</span><span class=\"" + style + "\">" + escaped(url.substring(scheme, end))
        + "</span><span class=\"invisible\">" + escaped(url.substring(end)) + "</span></a>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
