package afa.rehearsal.bluesky;

import afa.rehearsal.Photo;
import afa.rehearsal.picture.AvatarPicture;
import afa.rehearsal.picture.ScenePicture;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** {@code /img/{size}/plain/{did}/{cid}@jpeg}: pictures, drawn when they are asked for. */
final class CdnEndpoint {
  private final Skyline accounts;

  CdnEndpoint(Skyline accounts) {
    this.accounts = accounts;
  }

  /** @param prefix before the paths of the real network */
  void mount(Router router, String prefix) {
    String path = "/img/(?<size>[a-z_]+)/plain/(?<did>did:plc:[a-z0-9]{24})/(?<cid>[a-z0-9]+)";
    router.getWithRegex(prefix + path + "(?:@[a-z]+)?").handler(this::picture);
  }

  private void picture(RoutingContext context) {
    if (context.pathParam("size").startsWith("avatar")) {
      send(context, AvatarPicture.draw(accounts.author(context.pathParam("did"))));
      return;
    }
    Optional<Photo> photo = Names.photo(context.pathParam("cid"));
    if (photo.isEmpty()) context.response().setStatusCode(404).end();
    else send(context, ScenePicture.draw(photo.get().scene(), photo.get().seed()));
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
