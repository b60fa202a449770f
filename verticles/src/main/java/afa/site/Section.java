package afa.site;

import io.vertx.ext.web.Router;

/** The pages of one topic. */
public interface Section {
  /** Adds its routes. Their handlers run on the loops of the HTTP servers: see {@link Desk#home}. */
  void mount(Router router);
}
