package afa.rehearsal;

import static afa.rehearsal.ControlPage.escaped;

import afa.rehearsal.LatestPosts.Latest;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of the control page that belongs to one network.
 *
 * @param path of its orders
 * @param faults those that it knows
 * @param latest posts that are offered for editing and deleting
 */
record ControlSection(
    String path, String label, JsonObject state, Set<Fault> faults, List<Latest> latest) {

  private static final String SCENES = Arrays.stream(Photo.Scene.values())
      .map(scene -> "<option>" + scene.id() + "</option>")
      .collect(Collectors.joining());

  private static final String ORDERS =
      """
      <form method="post" action="PATH/posts" class="post">
        <label class="wide">Text <input name="text" value="Hello from the control desk TAG"></label>
        <label>Author <input name="author" value="stranger"></label>
        <button>Send a post</button>
        <details><summary>with a photo, a title, as an answer</summary>
        <label>Photo <select name="photo"><option value="">none</option>SCENES</select></label>
        <label>Title <input name="title"></label>
        <label>Answers <input name="of" placeholder="id of a post"></label></details></form>
      """;
  private static final String PACE =
      """
      <form method="post" action="PATH/flood"><button>Flood</button>
        <label><input type="number" min="1" name="posts" value="200"> posts</label>
        <label>at <input type="number" min="1" name="perSecond" value="50"> a second</label></form>
      <form method="post" action="PATH/silence"><button>Silence</button>
        <label><input type="number" min="1" name="seconds" value="60"> seconds</label></form>
      <form method="post" action="PATH/outage"><button class="harm">Outage</button>
        <label><input type="number" min="1" name="seconds" value="30"> seconds</label></form>
      <form method="post" action="PATH/pace"><button>Pace</button>
        <label><input type="number" step="any" min="0" name="perSecond" value="NOW"> posts a \
      second</label></form>
      <form method="post" action="PATH/calm"><button class="good">Calm</button>
        <span>ends every fault that lasts</span></form>
      """;
  private static final String BY_ID =
      """
      <form method="post" action="PATH/posts/edit"><button>Edit</button>
        <label>Id <input name="id" required value="ID"></label>
        <label class="wide">Text <input name="text" value="TEXT"></label></form>
      <form method="post" action="PATH/posts/delete"><button class="harm">Delete</button>
        <label>Id <input name="id" required value="ID"></label></form>
      """;

  /** What links within the page lead to. */
  String id() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  String html() {
    String title = id() + "-title";
    return "<section id=\"" + id() + "\" aria-labelledby=\"" + title + "\">\n<h2 id=\"" + title
        + "\">" + escaped(label) + "</h2>\n" + facts()
        + filled(ORDERS) + filled(PACE)
        + details("Edit and delete", posts())
        + details("Faults", buttons()) + ledger() + "</section>\n";
  }

  private String filled(String form) {
    return form.replace("PATH", path)
        .replace("TAG", RehearsedEvent.RULE)
        .replace("SCENES", SCENES)
        .replace("NOW", String.valueOf(state.getValue("posts a second", 1)));
  }

  private String facts() {
    StringBuilder facts = new StringBuilder("<dl>\n");
    state.forEach(fact -> {
      boolean isTold = !fact.getKey().equals("network"); // which is the title
      if (!isTold || String.valueOf(fact.getValue()).isEmpty()) return;
      facts.append("<div><dt>" + escaped(fact.getKey()) + "</dt><dd>"
          + escaped(String.valueOf(fact.getValue())) + "</dd></div>\n");
    });
    return facts.append("</dl>\n").toString();
  }

  private static String details(String title, String content) {
    return "<details><summary>" + title + "</summary>\n" + content + "</details>\n";
  }

  private String posts() {
    if (latest.isEmpty()) return post("", "Corrected " + RehearsedEvent.RULE);
    StringBuilder posts = new StringBuilder();
    for (Latest post : latest) {
      posts.append("<p><b>" + escaped(post.author()) + "</b>"
          + (post.byHand() ? " from this desk" : "") + "</p>\n");
      posts.append(post(post.id(), post.text()));
    }
    return posts.toString();
  }

  private String post(String id, String text) {
    return BY_ID.replace("PATH", path).replace("ID", escaped(id)).replace("TEXT", escaped(text));
  }

  private String buttons() {
    return faults.stream().map(this::button).collect(Collectors.joining());
  }

  private String button(Fault fault) {
    String more = fault.isLasting()
        ? "<label><input type=\"number\" min=\"0\" name=\"seconds\" value=\"10\"> seconds</label>"
        : "";
    if (fault == Fault.DISCONNECT) {
      more = "<label><input name=\"detail\" placeholder=\"any\"> reason</label>";
    }
    return "<form method=\"post\" action=\"" + path + "/faults/" + fault.id() + "\"><button>"
        + fault.id() + "</button>" + more + " <span>" + escaped(fault.sentence())
        + "</span></form>\n";
  }

  private String ledger() {
    String address = id().equals("control") ? "/ledger" : "/ledger/" + id();
    return "<p><a href=\"" + address + "\">What a perfect reader has</a> · <a href=\"" + address
        + "?all=true\">All that was posted</a></p>\n";
  }
}
