package afa.site.search;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.EventInfo;
import afa.testkit.ArchiveSite;
import afa.testkit.ArchivedEvent;
import afa.testkit.Http;
import afa.testkit.Posts;
import afa.testkit.RealServers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches that take PostgreSQL long, as many as there are connections and more. */
final class ManySearchesIT {
  /** Searches wait for a lock that the test holds. */
  private static final String SLOW =
      """
      create or replace function search_word(word text) returns tsquery language plpgsql volatile as $$
      begin perform pg_advisory_xact_lock(42); return plainto_tsquery('simple', word); end $$
      """;

  private static final String STUCK =
      "select count(*) from pg_locks where locktype = 'advisory' and not granted"
          + " and database = (select oid from pg_database where datname = current_database())";

  private final ExecutorService askers = Executors.newCachedThreadPool();
  private ArchiveSite site;
  private ArchivedEvent aea;
  private Connection sql;

  @BeforeEach
  void open() throws Exception {
    String database = RealServers.freshDatabase();
    site = new ArchiveSite(database);
    aea = new ArchivedEvent(site.vertx(), database, "aea2010");
    LocalDateTime begin = LocalDateTime.parse("2010-05-24T08:00");
    aea.describe(new EventInfo("aea2010", "An Event Apart", "UTC", begin, begin.plusDays(1), null));
    aea.post(Posts.post(1));
    sql = RealServers.connect(database);
  }

  @AfterEach
  void close() throws Exception {
    sql.close();
    askers.shutdownNow();
    aea.close();
    site.close();
  }

  @Test
  void searchesLeaveRoomForTalksAndWhoFindsNoneComesBackLater() throws Exception {
    assertThat(Http.get(site.port(), "/search?q=warm").statusCode()).isEqualTo(200);
    run(SLOW);
    run("select pg_advisory_lock(42)");
    List<CompletableFuture<HttpResponse<String>>> searches = new ArrayList<>();
    for (int i = 0; i < 80; i++) searches.add(search("/search?q=word" + i));
    Awaitility.await().until(() -> stuck() >= 2);
    HttpResponse<String> full = Awaitility.await()
        .until(
            () -> Http.get(site.port(), "/search.atom?q=another"),
            answer -> answer.statusCode() == 503);
    assertThat(full.headers().firstValue("Retry-After")).contains("5");
    assertThat(stuck()).isLessThanOrEqualTo(2);
    assertThat(Http.get(site.port(), "/events/aea2010/talks").statusCode()).isEqualTo(200);
    run("select pg_advisory_unlock(42)");
    for (CompletableFuture<HttpResponse<String>> each : searches) {
      int status = each.join().statusCode();
      assertThat(status).isIn(200, 503);
      if (status == 503)
        assertThat(each.join().headers().firstValue("Retry-After")).isPresent();
    }
    assertThat(Http.get(site.port(), "/search?q=afterwards").statusCode()).isEqualTo(200);
  }

  private CompletableFuture<HttpResponse<String>> search(String path) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Http.get(site.port(), path);
          } catch (Exception failure) {
            throw new IllegalStateException(failure);
          }
        },
        askers);
  }

  private void run(String statement) throws SQLException {
    try (Statement running = sql.createStatement()) {
      running.execute(statement);
    }
  }

  private long stuck() throws SQLException {
    try (Statement asking = sql.createStatement();
        ResultSet rows = asking.executeQuery(STUCK)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
