package afa.site;

import io.vertx.core.json.JsonObject;

/** Data for programs that read pages, in the words of schema.org, as it stands in a page. */
public final class JsonLd {
  private JsonLd() {}

  /** No text may end the element that the data stands in. */
  public static String inPage(JsonObject data) {
    return data.encode().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }
}
