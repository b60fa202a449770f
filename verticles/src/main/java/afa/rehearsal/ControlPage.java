package afa.rehearsal;

import io.vertx.core.json.JsonObject;

/** The control desk of a rehearsal as a page: forms and buttons, nothing from elsewhere. */
final class ControlPage {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Control desk of the rehearsal</title>
      <style>
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
        body { max-inline-size: 60rem; margin: 2rem auto; padding-inline: 1rem }
        form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-block: .5rem }
        input, button { font: inherit; padding: .4rem .7rem; border-radius: .5rem; border: 1px solid #8888 }
        input[name=text] { flex: 1 1 20rem }
        input[type=number] { inline-size: 6rem }
        button { cursor: pointer; min-inline-size: 13rem; text-align: start }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem }
        dd { margin: 0; overflow-wrap: anywhere }
      </style>
      <h1>Control desk of the rehearsal</h1>
      """;
  private static final String ACTIONS =
      """
      <p><a href="/control">Look again</a> · <a href="/ledger">Ledger</a> ·
        <a href="/schedule.json">Schedule</a></p>
      <h2>Posts</h2>
      <form method="post" action="/control/posts"><button>Send a post</button>
        <input name="text" value="Hello from the control desk %s" aria-label="text">
        <input name="author" value="inkwherry" aria-label="author"></form>
      <form method="post" action="/control/posts/edit"><button>Edit a post</button>
        <input name="id" placeholder="id" required aria-label="id">
        <input name="text" value="Corrected %s" aria-label="new text"></form>
      <form method="post" action="/control/posts/delete"><button>Delete a post</button>
        <input name="id" placeholder="id" required aria-label="id"></form>
      <h2>Pace</h2>
      <form method="post" action="/control/pace"><button>Change the pace</button>
        <input type="number" step="any" min="0" name="perSecond" value="1" aria-label="posts a second">
        posts a second</form>
      <form method="post" action="/control/flood"><button>A flood</button>
        <input type="number" min="1" name="posts" value="500" aria-label="posts"> posts at
        <input type="number" min="1" name="perSecond" value="100" aria-label="a second"> a second</form>
      <form method="post" action="/control/silence"><button>A silence</button>
        <input type="number" min="1" name="seconds" value="60" aria-label="seconds"> seconds</form>
      <h2>Faults</h2>
      <form method="post" action="/control/calm"><button>Calm: end all faults</button></form>
      """
          .formatted(RehearsedEvent.RULE, RehearsedEvent.RULE);

  private ControlPage() {}

  static String html(JsonObject state) {
    StringBuilder page = new StringBuilder(HEAD).append("<dl>");
    state.forEach(fact -> page.append("<dt>")
        .append(escaped(fact.getKey()))
        .append("</dt><dd>")
        .append(escaped(String.valueOf(fact.getValue())))
        .append("</dd>"));
    page.append("</dl>").append(ACTIONS);
    for (Fault fault : Fault.values()) page.append(button(fault));
    return page.append("</html>\n").toString();
  }

  private static String button(Fault fault) {
    String more = fault.isLasting()
        ? "<input type=\"number\" min=\"0\" name=\"seconds\" value=\"10\""
            + " aria-label=\"seconds\"> seconds"
        : "";
    if (fault == Fault.DISCONNECT) {
      more = "<input name=\"detail\" placeholder=\"any reason\" aria-label=\"reason\">";
    }
    return "<form method=\"post\" action=\"/control/faults/" + fault.id() + "\"><button>"
        + fault.id() + "</button>" + more + " <span>" + fault.sentence() + "</span></form>\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
