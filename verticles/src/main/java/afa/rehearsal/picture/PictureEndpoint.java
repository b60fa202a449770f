package afa.rehearsal.picture;

import afa.rehearsal.Photo;
import afa.rehearsal.ScriptAuthor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/** {@code GET /media/{seed}/{scene}.svg} and {@code GET /avatars/{handle}.svg}. */
public final class PictureEndpoint {
  private final Function<String, ScriptAuthor> authors;

  /**
   * @param authors gives an author for every handle, known or not
   */
  public PictureEndpoint(Function<String, ScriptAuthor> authors) {
    this.authors = authors;
  }

  public void mount(Router router) {
    router.getWithRegex("/media/(?<seed>[0-9]{1,9})/(?<scene>[a-z]+)\\.svg").handler(this::scene);
    router.getWithRegex("/avatars/(?<handle>[A-Za-z0-9_]{1,40})\\.svg").handler(this::avatar);
  }

  private void scene(RoutingContext context) {
    try {
      Photo.Scene scene = Photo.Scene.of(context.pathParam("scene"));
      send(context, ScenePicture.draw(scene, Integer.parseInt(context.pathParam("seed"))));
    } catch (IllegalArgumentException unknown) {
      context.response().setStatusCode(404).end();
    }
  }

  private void avatar(RoutingContext context) {
    send(context, AvatarPicture.draw(authors.apply(context.pathParam("handle"))));
  }

  private static void send(RoutingContext context, String svg) {
    context
        .response()
        .putHeader("content-type", "image/svg+xml; charset=utf-8")
        // The same address is the same picture for ever.
        .putHeader("cache-control", "public, max-age=31536000, immutable")
        .putHeader("cross-origin-resource-policy", "cross-origin")
        .putHeader("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
        .end(svg);
  }
}
