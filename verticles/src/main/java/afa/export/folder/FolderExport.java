package afa.export.folder;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes an event to a folder. A folder that is there already is replaced as a whole: of what was
 * deleted since, nothing is left in it.
 */
final class FolderExport {
  private final Vertx vertx;
  private final Database database;
  private final Wish wish;

  /**
   * What somebody wants.
   *
   * @param folder is made, or holds the same event as it was
   * @param pictures an earlier folder that has pictures, besides {@code folder}
   * @param fetches whether pictures that neither has are asked for on the web
   */
  record Wish(String event, Path folder, Optional<Path> pictures, boolean fetches) {}

  FolderExport(Vertx vertx, Database database, Wish wish) {
    this.vertx = vertx;
    this.database = database;
    this.wish = wish;
  }

  /** Does it; a sentence about it. */
  String run() throws IOException {
    bringBack();
    insistOnPlace();
    Path draft = sibling("unfinished");
    Folders.delete(draft);
    Files.createDirectories(draft);
    Manifest manifest = database.read(connection -> write(connection, draft));
    manifest.write(draft);
    Checksums.write(draft);
    replace(draft);
    return "Exported " + wish.event() + " to " + wish.folder() + ": "
        + manifest.rows(Contents.UPDATES) + " updates, "
        + manifest.pictures() + " pictures, " + manifest.missing() + " not to be had";
  }

  /** What a run that was cut off had put aside: it may have the only copies of pictures. */
  private void bringBack() throws IOException {
    Path old = sibling("replaced");
    if (Files.exists(old) && !Files.exists(wish.folder())) Files.move(old, wish.folder());
  }

  private void insistOnPlace() throws IOException {
    if (!Files.exists(wish.folder()) || Folders.isEmpty(wish.folder())) return;
    String there = Manifest.read(wish.folder()).event();
    if (!there.equals(wish.event())) {
      throw new FolderRefused(wish.folder() + " holds another event, " + there);
    }
  }

  private Manifest write(Connection connection, Path draft) throws SQLException, IOException {
    EventSheet event = EventSheet.read(connection, wish.event());
    Map<Contents, DataWriter.Written> data = new DataWriter(connection, wish.event()).write(draft);
    Survey survey = Survey.of(new PostRows(connection, wish.event()));
    Pictures pictures = pictures(event, survey, draft);
    pictures.write(draft);
    new FolderPages(connection, event, pictures, new Sheets(draft)).write(survey, data);
    return Manifest.of(wish.event(), data, pictures.kept(), pictures.missing());
  }

  private Pictures pictures(EventSheet event, Survey survey, Path draft) throws IOException {
    Map<String, Path> files = new HashMap<>();
    Map<String, String> reasons = new HashMap<>();
    for (Path earlier : earlier()) {
      files.putAll(Pictures.of(earlier));
      reasons.putAll(Pictures.reasons(earlier));
    }
    PictureFetch.Before before = new PictureFetch.Before(files, reasons);
    Optional<PictureClient> client = wish.fetches()
        ? Optional.of(new PictureClient(vertx, InetAddress::getAllByName, event.origins()))
        : Optional.empty();
    return new PictureFetch(draft, before, client).fetch(survey.pictures());
  }

  private List<Path> earlier() {
    return Stream.concat(wish.pictures().stream(), Stream.of(wish.folder())).toList();
  }

  /** At no moment half of it is there. */
  private void replace(Path draft) throws IOException {
    Path old = sibling("replaced");
    Folders.delete(old);
    if (Files.exists(wish.folder())) Files.move(wish.folder(), old);
    Files.move(draft, wish.folder(), StandardCopyOption.ATOMIC_MOVE);
    Folders.delete(old);
  }

  private Path sibling(String what) {
    return wish.folder().resolveSibling("." + wish.folder().getFileName() + "." + what);
  }
}
