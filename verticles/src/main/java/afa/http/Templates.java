package afa.http;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.templ.pebble.PebbleTemplateEngine;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** The templates below {@code templates/}; whatever they insert is escaped unless they say so. */
public final class Templates {
  private final Vertx vertx;
  private final PebbleTemplateEngine engine;
  private final String assets;

  /**
   * @param assets where pages find their files
   */
  public Templates(Vertx vertx, String assets) {
    this.vertx = vertx;
    this.assets = assets;
    this.engine = PebbleTemplateEngine.create(vertx, "peb", builder().build());
  }

  /** An unknown variable is a mistake of ours and must not become an empty place. */
  private static PebbleEngine.Builder builder() {
    return new PebbleEngine.Builder()
        .loader(new ClasspathLoader())
        .autoEscaping(true)
        .strictVariables(true)
        .defaultLocale(Locale.ENGLISH);
  }

  /**
   * Renders a large page on a worker, where nobody waits for it but who asked.
   *
   * @param model is asked for there, too
   */
  public Future<Buffer> renderAside(String name, Callable<Map<String, Object>> model) {
    return vertx.executeBlocking(() -> render(name, model.call()), false).compose(done -> done);
  }

  /** Renders one of them; every name it uses must be in {@code model}. */
  public Future<Buffer> render(String name, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("assets", assets);
    return engine.render(all, "templates/" + name + ".peb");
  }
}
