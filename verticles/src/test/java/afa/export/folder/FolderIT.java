package afa.export.folder;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import afa.config.Environment;
import afa.export.Conference;
import afa.testkit.RealServers;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event goes out to a folder and comes back the same, on real PostgreSQLs. */
@SuppressWarnings("NullAway.Init") // set before each test
final class FolderIT {
  private static final byte[] PICTURE = Base64.getDecoder()
      .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
          + "AABJRU5ErkJggg==");

  @TempDir
  private Path folder;

  private Vertx vertx;
  private Conference conference;
  private String pictures;
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void open() throws Exception {
    vertx = Vertx.vertx();
    int port = vertx
        .createHttpServer()
        .requestHandler(this::serve)
        .listen(0, "127.0.0.1")
        .await(30, SECONDS)
        .actualPort();
    pictures = "http://127.0.0.1:" + port;
    conference = Conference.open(vertx, pictures);
  }

  @AfterEach
  void close() throws Exception {
    conference.close();
    vertx.close().await(30, SECONDS);
  }

  private void serve(HttpServerRequest request) {
    asked.incrementAndGet();
    switch (request.path()) {
      case "/1.png" -> request.response().end(Buffer.buffer(PICTURE));
      case "/2.png" -> request.response().end(Buffer.buffer(PICTURE).appendString("secret"));
      case "/words" -> request.response().end("no picture at all");
      case "/large" -> request.response().end(Buffer.buffer(new byte[5 << 20]));
      case "/inside" ->
        request
            .response()
            .setStatusCode(302)
            .putHeader("Location", pictures.replace("127.0.0.1", "localhost") + "/1.png")
            .end();
      default -> request.response().setStatusCode(404).end();
    }
  }

  @Test
  void exportedImportedAndExportedAgainItIsTheSame() throws Exception {
    fill();
    Path first = export(conference.database(), "first");
    String database = RealServers.freshDatabase();
    assertThat(first).isDirectoryContaining("glob:**SHA256SUMS");
    run("import", database, first.toString());
    Path second = folder.resolve("second");
    run("export", database, "aea", second.toString(), "--no-media", "--media=" + first);
    assertThat(Files.readString(second.resolve("SHA256SUMS")))
        .isEqualTo(Files.readString(first.resolve("SHA256SUMS")));
    assertThat(Checksums.problems(second)).isEmpty();
    run("import", database, first.toString()); // nothing to do
  }

  @Test
  void everyTableIsInIt() throws Exception {
    fill();
    Path made = export(conference.database(), "made");
    for (Contents contents : Contents.values()) {
      assertThat(made.resolve(contents.file())).isNotEmptyFile();
    }
    assertThat(Files.readString(made.resolve("data/updates.jsonl")))
        .contains("nul \\u0000 lone \\ud83d end", "\"type\":\"gone\"", "of an older life");
    assertThat(Files.readString(made.resolve("data/held.jsonl"))).contains("no update");
  }

  @Test
  void picturesAreKeptOnceByTheirContentAndTheOthersAreListedWithTheReason() throws Exception {
    fill();
    Path made = export(conference.database(), "made");
    String sum = Checksums.of(PICTURE);
    assertThat(made.resolve("media/" + sum + ".png")).hasBinaryContent(PICTURE);
    assertThat(Files.readAllLines(made.resolve("data/media.jsonl")))
        .contains(
            "{\"url\":\"" + pictures + "/1.png\",\"file\":\"media/" + sum + ".png\"}",
            "{\"url\":\"" + pictures + "/nope\",\"reason\":\"answers with HTTP 404\"}",
            "{\"url\":\"" + pictures
                + "/words\",\"reason\":\"is no picture of a kind that is kept\"}",
            "{\"url\":\"" + pictures + "/large\",\"reason\":\"is larger than 4 MiB\"}",
            "{\"url\":\"" + pictures + "/inside\",\"reason\":\"leads into a private network\"}",
            "{\"url\":\"http://127.0.0.2:1/x.png\",\"reason\":\"leads into a private network\"}",
            "{\"url\":\"ftp://x.example/1.png\",\"reason\":\"is no address of the web\"}");
    assertThat(Files.readString(made.resolve("talks/grids.html")))
        .contains("../media/" + sum + ".png", "Alt &lt;");
    int before = asked.get();
    export(conference.database(), "made");
    assertThat(asked.get() - before).isEqualTo(4); // those that were refused the first time
    assertThat(made.resolve("media/" + sum + ".png")).exists();
  }

  @Test
  void picturesOfAnEarlierFolderNeedNoWeb() throws Exception {
    fill();
    Path first = export(conference.database(), "first");
    Path second = folder.resolve("second");
    run(
        "export",
        conference.database(),
        "aea",
        second.toString(),
        "--no-media",
        "--media=" + first);
    assertThat(second.resolve("media/" + Checksums.of(PICTURE) + ".png")).exists();
  }

  @Test
  void ofWhatWasTakenDownNothingIsLeftInAFolderThatIsWrittenAgain() throws Exception {
    long n = conference.say(
        Conference.picture("takedown", "Unspeakable", Duration.ofMinutes(1), pictures + "/2.png"));
    conference.say("stays", "Harmless", Duration.ofMinutes(2));
    conference.keep();
    conference.place("takedown", "grids");
    conference.revise(
        n,
        Conference.picture(
            "takedown", "Unspeakable, too", Duration.ofMinutes(1), pictures + "/2.png"));
    conference.keep();
    conference.beginAnew("e2");
    long again = conference.say(
        Conference.picture("takedown", "Unspeakable", Duration.ofMinutes(1), pictures + "/2.png"));
    conference.keep();
    Path made = export(conference.database(), "made");
    for (String trace : List.of("Unspeakable", "Ada takedown", "adatakedown", "/2.png", "secret")) {
      assertThat(filesWith(made, trace)).as(trace).isNotEmpty();
    }
    assertThat(n).isEqualTo(again);
    conference.retract(again);
    conference.keep();
    export(conference.database(), "made");
    for (String trace : List.of("Unspeakable", "Ada takedown", "adatakedown", "/2.png", "secret")) {
      assertThat(filesWith(made, trace)).as(trace).isEmpty();
    }
    assertThat(Checksums.problems(made)).isEmpty();
    assertThat(filesWith(export(conference.database(), "fresh"), "Unspeakable")).isEmpty();
    assertThat(filesWith(made, "Harmless")).isNotEmpty();
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside).hasSize(2);
    }
  }

  @Test
  void aFolderOpensNoWayIntoTheNetworkItIsImportedIn() throws Exception {
    fill();
    Path made = export(conference.database(), "made");
    Path events = made.resolve("data/events.jsonl");
    assertThat(Files.readString(events)).contains("\"mediaOrigins\":[]");
    String forged =
        "\"mediaOrigins\":[\"http://10.0.0.1\"],\"mediaOrigins\":[\"" + pictures + "\"]";
    Files.writeString(events, Files.readString(events).replace("\"mediaOrigins\":[]", forged));
    Checksums.write(made);
    String database = RealServers.freshDatabase();
    run("import", database, made.toString());
    assertThat(infos(database)).contains("\"mediaOrigins\":[]").doesNotContain("http://");
    int before = asked.get();
    Path second = export(database, "second");
    assertThat(asked.get()).isEqualTo(before);
    assertThat(Files.readAllLines(second.resolve("data/media.jsonl")))
        .contains(
            "{\"url\":\"" + pictures + "/1.png\",\"reason\":\"leads into a private network\"}");
  }

  @Test
  void aDamagedFolderIsRefusedWithEveryProblem() throws Exception {
    fill();
    Path made = export(conference.database(), "made");
    Files.writeString(made.resolve("data/talks.jsonl"), "{}\n");
    Files.delete(made.resolve("index.html"));
    Files.writeString(made.resolve("guest.html"), "hello");
    Files.writeString(
        made.resolve("SHA256SUMS"),
        Files.readString(made.resolve("SHA256SUMS")) + "0".repeat(64) + "  ../outside\n");
    String database = RealServers.freshDatabase();
    assertThatThrownBy(() -> run("import", database, made.toString()))
        .isInstanceOf(FolderRefused.class)
        .hasMessageContainingAll(
            "4 problem(s)",
            "data/talks.jsonl is damaged",
            "index.html is missing",
            "guest.html is not in SHA256SUMS",
            "a line that is none");
    assertThat(count(database)).isZero();
  }

  @Test
  void aRowThatCannotBeTakenLeavesTheArchiveAsItWas() throws Exception {
    fill();
    Path made = export(conference.database(), "made");
    Path updates = made.resolve("data/updates.jsonl");
    Files.writeString(updates, Files.readString(updates).replace("\"n\":3,", "\"n\":-3,"));
    Checksums.write(made);
    String database = RealServers.freshDatabase();
    assertThatThrownBy(() -> run("import", database, made.toString()))
        .isInstanceOf(FolderRefused.class)
        .hasMessageContaining("updates");
    assertThat(count(database)).isZero();
  }

  @Test
  void anEventWithOtherContentsIsNotTouched() throws Exception {
    fill();
    Path made = export(conference.database(), "made");
    conference.say("later", "one more", Duration.ofHours(2));
    conference.keep();
    assertThatThrownBy(() -> run("import", conference.database(), made.toString()))
        .isInstanceOf(FolderRefused.class)
        .hasMessageContaining("other contents (lives, updates)");
  }

  @Test
  void aFolderOfSomethingElseIsNotOverwritten() throws Exception {
    fill();
    Files.writeString(folder.resolve("diary.txt"), "dear diary");
    assertThatThrownBy(() -> run("export", conference.database(), "aea", folder.toString()))
        .isInstanceOf(FolderRefused.class)
        .hasMessageContaining("no exported event");
    assertThatThrownBy(() -> run("export", conference.database(), "nope", folder + "/x"))
        .hasMessageContaining("no event nope");
  }

  /** Two lives with odd content, edits, deletions, and what cannot be read. */
  private void fill() throws Exception {
    conference.say("old", "of an older life", Duration.ZERO);
    conference.keep();
    conference.beginAnew("e2");
    conference.say("odd", Conference.ODD, Duration.ofMinutes(1));
    String[] paths = {"/1.png", "/1.png?again", "/nope", "/words", "/large", "/inside"};
    List<String> addresses = new ArrayList<>();
    for (String path : paths) addresses.add(pictures + path);
    addresses.add("http://127.0.0.2:1/x.png");
    addresses.add("ftp://x.example/1.png");
    for (String address : addresses) {
      String id = "p" + addresses.indexOf(address);
      conference.say(Conference.picture(id, "=1", Duration.ofMinutes(2), address));
      conference.place(id, "grids");
    }
    long wrong = conference.say("edited", "before", Duration.ofMinutes(3));
    long gone = conference.say("gone", "unspeakable", Duration.ofMinutes(4));
    conference.garble("no update \0 at all");
    conference.revise(
        wrong,
        Conference.received(
            Conference.post("edited", "after", Duration.ofMinutes(3)).edited(true),
            Duration.ofMinutes(5)));
    conference.retract(gone);
    conference.say("night", "the day after", Duration.ofHours(20));
    for (int i = 0; i < 1_100; i++) conference.say("m" + i, "number " + i, Duration.ofHours(3));
    conference.keep();
    conference.place("odd", "type");
    conference.addTheRest();
  }

  private Path export(String database, String name) throws Exception {
    Path made = folder.resolve(name);
    run("export", database, "aea", made.toString());
    return made;
  }

  private static void run(String command, String database, String... arguments) {
    FolderCommand.run(
        command, List.of(arguments), new Environment(Map.of("DATABASE_URL", database)));
  }

  private static List<Path> filesWith(Path folder, String trace) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        String bytes = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
        if (bytes.contains(trace)) found.add(path);
      }
    }
    return found;
  }

  private static long count(String database) throws Exception {
    return Long.parseLong(one(database, "select count(*) from events"));
  }

  private static String infos(String database) throws Exception {
    return one(database, "select info::text from events");
  }

  private static String one(String database, String question) throws Exception {
    try (var connection = RealServers.connect(database);
        var rows = connection.createStatement().executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
