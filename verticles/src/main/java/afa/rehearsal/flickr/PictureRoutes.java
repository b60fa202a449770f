package afa.rehearsal.flickr;

import afa.rehearsal.Photo;
import afa.rehearsal.picture.AvatarPicture;
import afa.rehearsal.picture.ScenePicture;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The pictures below {@code /flickr/img}, at paths like those of Flickr. What a picture shows is
 * part of its secret: the posts of an earlier run are in some log, and their pictures must be there.
 */
final class PictureRoutes {
  static final String PATH = "/flickr/img";

  /** Where Flickr keeps all photos of recent years. */
  static final int SERVER = 65_535;

  private static final String PHOTO =
      PATH + "/[0-9]+/[0-9]+_(?<scene>[a-z]+)x(?<seed>[0-9a-f]{1,8})z?(?:_[a-z0-9]{1,2})?\\.jpg";
  private static final String ICON = PATH + "/[0-9]+/buddyicons/(?<nsid>[0-9A-Za-z@]{1,40})\\.jpg";

  private final Album album;

  PictureRoutes(Album album) {
    this.album = album;
  }

  void mount(Router router) {
    router.getWithRegex(PHOTO).handler(this::photo);
    router.getWithRegex(ICON).handler(this::icon);
  }

  /** The secret in a photo's addresses. */
  static String secret(Photo picture) {
    return picture.scene().id() + "x" + Integer.toHexString(picture.seed());
  }

  /** Large sizes have a secret of their own. */
  static String largeSecret(Photo picture) {
    return secret(picture) + "z";
  }

  private void photo(RoutingContext context) {
    try {
      Photo.Scene scene = Photo.Scene.of(context.pathParam("scene"));
      int seed = Integer.parseUnsignedInt(context.pathParam("seed"), 16);
      send(context, ScenePicture.draw(scene, seed));
    } catch (IllegalArgumentException unknown) {
      context.response().setStatusCode(404).end();
    }
  }

  private void icon(RoutingContext context) {
    send(context, AvatarPicture.draw(album.person(context.pathParam("nsid"))));
  }

  private static void send(RoutingContext context, String svg) {
    context
        .response()
        .putHeader("content-type", "image/svg+xml; charset=utf-8")
        .putHeader("cache-control", "public, max-age=86400")
        .putHeader("cross-origin-resource-policy", "cross-origin")
        .putHeader("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
        .end(svg);
  }
}
