package afa.flickr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Answers of Flickr, written for tests: its shape, our content. */
final class Photos {
  private static final String STEM = "https://live.staticflickr.com/65535/53000000001_0a1b2c3d4e";

  private Photos() {}

  /** A photo of a list with everything that is asked for. */
  static ObjectNode photo() {
    ObjectNode photo = JsonNodeFactory.instance.objectNode();
    photo.put("id", "53000000001").put("owner", "20100524@N05").put("secret", "0a1b2c3d4e");
    photo.put("server", "65535").put("farm", 66).put("title", "The ropewalk at dusk");
    photo.put("ispublic", 1).put("isfriend", 0).put("isfamily", 0).put("license", "4");
    photo.putObject("description").put("_content", "All lamps lit.\nSecond line");
    photo.put("dateupload", "1795330800").put("lastupdate", "1795330900");
    photo.put("datetaken", "2026-11-22 10:00:00").put("datetakengranularity", 0);
    photo.put("ownername", "Bea Quill").put("pathalias", "beaquill");
    photo.put("iconserver", "7777").put("iconfarm", 8);
    photo.put("tags", "inkwherry ropewalk vision:outdoor=0853");
    photo.put("media", "photo").put("media_status", "ready");
    photo.put("url_m", STEM + ".jpg").put("width_m", "500").put("height_m", 333);
    photo.put("url_z", STEM + "_z.jpg").put("width_z", 640).put("height_z", "427");
    photo.put("url_l", STEM + "_b.jpg").put("width_l", "1024").put("height_l", "683");
    return photo;
  }

  /** An answer with these photos. */
  static ObjectNode answer(ObjectNode... photos) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode list = answer.putObject("photos");
    list.put("page", 1).put("pages", "1").put("perpage", 250).put("total", "" + photos.length);
    ArrayNode array = list.putArray("photo");
    List.of(photos).forEach(array::add);
    answer.put("stat", "ok");
    return answer;
  }

  /** An item of the public feed. */
  static ObjectNode item() {
    String page = "https://www.flickr.com/photos/beaquill/53000000001/";
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("title", "The ropewalk's lamps").put("link", page);
    item.putObject("media").put("m", STEM + "_m.jpg");
    item.put("date_taken", "2026-11-22T10:00:00-08:00");
    item.put("published", "2026-11-22T07:00:00Z");
    item.put(
        "description",
        " <p><a href=\"https://www.flickr.com/people/beaquill/\">Bea</a> posted a photo:</p> <p><a"
            + " href=\"" + page + "\"><img src=\"" + STEM + "_m.jpg\" alt=\"x\" /></a></p>"
            + " <p>All lamps <a href=\"https://lamps.example\">lit</a> &amp; shining</p>");
    item.put("author", "nobody@flickr.com (\"Bea Quill\")").put("author_id", "20100524@N05");
    item.put("tags", "inkwherry ropewalk");
    return item;
  }

  static ObjectNode feed(ObjectNode... items) {
    ObjectNode feed = JsonNodeFactory.instance.objectNode();
    feed.put("title", "Recent Uploads").putArray("items").addAll(List.of(items));
    return feed;
  }
}
