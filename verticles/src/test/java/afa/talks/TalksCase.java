package afa.talks;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.bus.RecordCodec;
import afa.feed.Author;
import afa.feed.EventInfo;
import afa.feed.Post;
import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.BusMessage;
import afa.message.CorrectPlaces;
import afa.message.Corrected;
import afa.message.PostName;
import afa.message.ReadSchedule;
import afa.message.ScheduleRead;
import afa.schedule.Talk;
import afa.store.StoreVerticle;
import afa.testkit.InMemoryLog;
import afa.testkit.RealServers;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A conference with two rooms, a store in memory, a real PostgreSQL, and an owner of the talks. */
@ExtendWith(VertxExtension.class)
abstract class TalksCase {
  static final String EVENT = "aea2026";
  static final String COLUMNS = "id,start,end,room,title,speakers";
  static final String GRIDS = "grids,2026-05-24 10:00,2026-05-24 10:45,Hall,Grids,Ann Gray";
  static final String TYPE = "type,2026-05-24 11:00,2026-05-24 11:45,Hall,Type,Bo Lind";
  static final String COLOUR = "colour,2026-05-24 14:00,2026-05-24 14:45,Hall,Colour,Cy Rose";
  private static final String IMPORTED = "select digest from imports";
  static final Duration SHORT_REST = Duration.ofMillis(300);
  private static final TalksConfig QUICK =
      new TalksConfig(Duration.ofMillis(200), Duration.ofMillis(1), Duration.ofMillis(200));

  @TempDir
  Path folder = Path.of("");

  final InMemoryLog log = new InMemoryLog();
  String database = "";
  Vertx vertx;

  @BeforeEach
  void startTheStore(Vertx vertx) throws Exception {
    this.vertx = vertx;
    database = RealServers.migratedDatabase();
    RecordCodec.registerAll(vertx.eventBus(), BusMessage.class);
    schedule(GRIDS, TYPE, COLOUR);
    vertx.deployVerticle(new StoreVerticle(List.of(info()), log)).await(30, SECONDS);
  }

  EventInfo info() {
    LocalDateTime day = LocalDateTime.parse("2026-05-24T08:00");
    return new EventInfo(
        EVENT, "An Event Apart", "UTC", day, day.plusDays(1), file().toString());
  }

  private Path file() {
    return folder.resolve("schedule.csv");
  }

  /** From now on the schedule reads so. */
  void schedule(String... rows) throws Exception {
    Path next = folder.resolve("next.csv");
    Files.writeString(next, COLUMNS + "\n" + String.join("\n", rows) + "\n");
    Files.move(
        next,
        file(),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  /** One more node that would keep the talks; its deployment. */
  String deploy() throws Exception {
    TalkDatabase talks = TalkDatabase.connect(vertx, database);
    return vertx
        .deployVerticle(new TalksVerticle(info(), QUICK, talks, SHORT_REST))
        .await(30, SECONDS);
  }

  /** One that keeps them by now. */
  String deployOwner() throws Exception {
    String deployment = deploy();
    await()
        .ignoreExceptions()
        .until(() -> !told().isEmpty() && !strings(IMPORTED).isEmpty());
    return deployment;
  }

  /** Said at that time of the day, such as {@code 10:20}. */
  static Post said(String id, String time, String text) {
    Instant at = Instant.parse("2026-05-24T" + time + ":00Z");
    return Post.builder("x", id)
        .author(new Author("Kit", "kit" + id, null, null))
        .text(text)
        .postedAt(at)
        .receivedAt(at);
  }

  void append(Post... posts) throws Exception {
    AppendPosts request = new AppendPosts(EVENT, "x", List.of(posts), null);
    Addresses.APPEND.call(vertx.eventBus(), request).await(30, SECONDS);
  }

  void retract(String id) throws Exception {
    AppendPosts request = new AppendPosts(EVENT, "x", List.of(), List.of("x:" + id), null, null);
    Addresses.APPEND.call(vertx.eventBus(), request).await(30, SECONDS);
  }

  List<Talk> told() throws Exception {
    ScheduleRead read = Addresses.schedule(EVENT)
        .call(vertx.eventBus(), new ReadSchedule(EVENT, 0))
        .otherwise(nobody -> new ScheduleRead(EVENT, 0, false, List.of()))
        .await(30, SECONDS);
    return read.talks();
  }

  Corrected correct(List<String> talks, String... posts) throws Exception {
    List<PostName> names = Arrays.stream(posts).map(id -> new PostName("x", id)).toList();
    return Addresses.correctPlaces(EVENT)
        .call(vertx.eventBus(), new CorrectPlaces(EVENT, names, talks, "ada"))
        .await(30, SECONDS);
  }

  /** The table says so in the end: {@code "1 grids"} for post 1 in that talk. */
  void expectPlaces(String... places) {
    await().untilAsserted(() -> assertThat(
            strings("select id || ' ' || talk from placements order by 1"))
        .containsExactly(places));
  }

  List<String> strings(String sql) throws SQLException {
    try (Connection connection = RealServers.connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> strings = new ArrayList<>();
      while (rows.next()) strings.add(rows.getString(1));
      return strings;
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = RealServers.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
