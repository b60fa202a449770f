package afa.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files below {@code webroot/} of the class path, held in memory. Each is served at its own
 * path, checked again at every use, and below {@code /assets/{version}/}, where it may be kept for
 * ever: the version changes with any of the files, and modules import each other by relative path.
 */
public final class StaticFiles {
  private static final String ROOT = "webroot";
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String CHECK_AGAIN = "no-cache";
  private static final String ASSETS = "/assets/";

  /** All who serve them share one copy. */
  private static final class Loaded {
    private static final StaticFiles FILES = read();
  }

  private final Map<String, Asset> assets;
  private final String version;

  private StaticFiles(Map<String, Asset> assets) {
    this.assets = assets;
    this.version = Asset.digest(assets.values().stream().map(Asset::etag).toList());
  }

  /** Reads them all, once for all; blocks. */
  public static StaticFiles load() {
    return Loaded.FILES;
  }

  private static StaticFiles read() {
    Map<String, Asset> assets = new TreeMap<>();
    URL root = StaticFiles.class.getClassLoader().getResource(ROOT);
    if (root == null) throw new IllegalStateException("no " + ROOT + " on the class path");
    try {
      URI uri = root.toURI();
      if (uri.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
          read(jar.getPath("/" + ROOT), assets);
        }
      } else {
        read(Path.of(uri), assets);
      }
    } catch (IOException | URISyntaxException unreadable) {
      throw new IllegalStateException(ROOT + " cannot be read", unreadable);
    }
    return new StaticFiles(assets);
  }

  private static void read(Path root, Map<String, Asset> assets) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String path = root.relativize(file).toString().replace('\\', '/');
        assets.put(path, Asset.of(path, Files.readAllBytes(file)));
      }
    }
  }

  /** Where pages find the files that belong to them. */
  public String base() {
    return ASSETS + version;
  }

  /** Serves {@code /css/…}, {@code /js/…}, {@code /img/…}, {@code /vendor/…}. */
  public void serve(RoutingContext request) {
    send(request, request.normalizedPath().substring(1), CHECK_AGAIN);
  }

  /** Serves {@code …/assets/{version}/…}; of another version, what there is now. */
  public void serveVersioned(RoutingContext request) {
    String all = request.normalizedPath();
    String path = all.substring(all.indexOf(ASSETS) + ASSETS.length());
    int slash = path.indexOf('/');
    boolean isOurs = slash > 0 && path.substring(0, slash).equals(version);
    send(request, path.substring(slash + 1), isOurs ? FOREVER : CHECK_AGAIN);
  }

  /** Sends one of them, or passes the request on when there is no such file. */
  public void send(RoutingContext request, String path, String caching) {
    Asset asset = assets.get(path);
    if (asset == null) {
      request.next();
      return;
    }
    HttpServerResponse response = request
        .response()
        .putHeader(HttpHeaders.CACHE_CONTROL, caching)
        .putHeader(HttpHeaders.ETAG, asset.etag());
    if (asset.isKnownTo(request.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, asset.type());
    response.end(Buffer.buffer(asset.content()));
  }
}
