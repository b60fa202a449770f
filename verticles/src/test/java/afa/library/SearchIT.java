package afa.library;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import afa.database.DatabaseUrl;
import afa.feed.Author;
import afa.feed.Link;
import afa.feed.Media;
import afa.feed.Original;
import afa.feed.Post;
import afa.feed.PostBuilder;
import afa.testkit.ArchivedEvent;
import afa.testkit.Posts;
import afa.testkit.RealServers;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches in a real PostgreSQL. */
final class SearchIT {
  private static final Instant NOON = Instant.parse("2010-05-24T12:00:00Z");

  private Vertx vertx;
  private String database;
  private ArchivedEvent aea;
  private Library library;
  private int posted;

  @BeforeEach
  void open() throws Exception {
    vertx = Vertx.vertx();
    database = RealServers.migratedDatabase();
    aea = new ArchivedEvent(vertx, database, "aea");
    library = Library.at(vertx, Optional.of(DatabaseUrl.parse(database)));
  }

  @AfterEach
  void close() throws Exception {
    library.close().await(30, SECONDS);
    aea.close();
    vertx.close().await(30, SECONDS);
  }

  @Test
  void aWordIsFoundInAnyOfItsFormsInTheLanguageOfThePost() throws Exception {
    aea.post(say("en", "They were talking about grids"), say("de", "Die Vorträge waren gut"));
    assertThat(found("talk")).containsExactly("They were talking about grids");
    assertThat(found("talks grid")).containsExactly("They were talking about grids");
    assertThat(found("Vortrag")).containsExactly("Die Vorträge waren gut");
    assertThat(found("talk Vortrag")).isEmpty();
  }

  @Test
  void aPhraseIsFoundOnlyAsItIs() throws Exception {
    aea.post(say("en", "Mobile first, they say"), say("en", "First the mobile, to be or not"));
    assertThat(found("\"mobile first\"")).containsExactly("Mobile first, they say");
    assertThat(found("\"to be or not\"")).containsExactly("First the mobile, to be or not");
    assertThat(found("mobile -\"mobile first\"")).containsExactly("First the mobile, to be or not");
  }

  @Test
  void namesTagsAndQuotedPostsAndDescriptionsOfPicturesAreFound() throws Exception {
    Original quoted = new Original(
        "9",
        null,
        new Author("Grace Hopper", "grace", null, null),
        "nanoseconds of \"wire\"",
        List.of(),
        List.of());
    Media photo = new Media(
        Media.Kind.PHOTO, "https://x.example/1.jpg", null, null, null, "a \"yellow\" slide");
    aea.post(
        post("So true").quoteOf("9").original(quoted).receivedAt(at()),
        post("Look").media(List.of(photo)).receivedAt(at()),
        say("en", "“#CSS_Grid” rocks"));
    assertThat(found("wire grace")).containsExactly("So true");
    assertThat(found("yellow slides")).containsExactly("Look");
    assertThat(found("lovelace")).hasSize(3);
    assertThat(found("#css_grid")).containsExactly("“#CSS_Grid” rocks");
    assertThat(found("grid rocks")).containsExactly("“#CSS_Grid” rocks");
    assertThat(found("#css")).isEmpty();
    assertThat(found("has:photo")).containsExactly("Look");
  }

  @Test
  void accountsNetworksLanguagesLinksAndQuestionsAreFilters() throws Exception {
    Link link = new Link(4, 7, "https://a.example", Link.Kind.LINK);
    aea.post(
        Post.builder("mastodon", "m1")
            .author(new Author("Bo", "bo@social.example", null, null))
            .text("See a.b or not")
            .links(List.of(link))
            .receivedAt(at()),
        say("de", "Warum? Darum"),
        say("en", "https://e.example/?q=1 is no question"));
    assertThat(found("from:bo")).containsExactly("See a.b or not");
    assertThat(found("from:@bo@social.example source:mastodon")).hasSize(1);
    assertThat(found("has:link")).containsExactly("See a.b or not");
    assertThat(found("has:question")).containsExactly("Warum? Darum");
    assertThat(found("lang:de")).containsExactly("Warum? Darum");
    assertThat(found("-source:x")).containsExactly("See a.b or not");
  }

  @Test
  void daysAreThoseOfTheZone() throws Exception {
    aea.post(say("en", "early"));
    ZoneId west = ZoneId.of("America/Los_Angeles");
    Instant night = Instant.parse("2010-05-25T02:00:00Z");
    aea.post(post("night").postedAt(night).receivedAt(night));
    assertThat(find("after:2010-05-25", ZoneOffset.UTC, null, 9).posts()).hasSize(1);
    assertThat(find("after:2010-05-25", west, null, 9).posts()).isEmpty();
    assertThat(find("after:2010-05-24 before:2010-05-25", west, null, 9).posts())
        .hasSize(2);
  }

  @Test
  void talksAndEventsAreFilters() throws Exception {
    aea.post(say("en", "in the talk"), say("en", "in the hallway"));
    aea.tell("insert into talks (event, talk, title, starts_at, ends_at)"
        + " values ('aea', 't1', 'Grids', now(), now())");
    aea.tell("insert into placements (event, source, id, talk, weight, reasons)"
        + " values ('aea', 'x', 'p1', 't1', 1, '[]')");
    try (ArchivedEvent other = new ArchivedEvent(vertx, database, "other")) {
      other.post(say("en", "in another hallway"));
    }
    assertThat(found("talk:t1")).containsExactly("in the talk");
    assertThat(found("in -talk:t1 event:aea")).containsExactly("in the hallway");
    assertThat(found("hallway -event:aea")).containsExactly("in another hallway");
    assertThat(found("hallway")).containsExactly("in another hallway", "in the hallway");
  }

  @Test
  void pagesFollowEachOtherWhileNewPostsComeIn() throws Exception {
    for (int i = 0; i < 25; i++) aea.post(post("same moment").postedAt(NOON).receivedAt(NOON));
    List<Long> seen = new ArrayList<>();
    @Nullable Cursor after = null;
    do {
      Search.Page page = find("moment", ZoneOffset.UTC, after, 10);
      page.posts().forEach(found -> seen.add(found.n()));
      after = page.next().orElse(null);
      aea.post(say("en", "moment that came in meanwhile"));
    } while (after != null);
    assertThat(seen).hasSize(25).doesNotHaveDuplicates().startsWith(25L).endsWith(1L);
  }

  @Test
  void whatWasFoundIsMarkedWhateverTheTextHolds() throws Exception {
    aea.post(say("en", "🎉 “Grids” & <b>gridding</b> \uE000x"));
    assertThat(find("grid", ZoneOffset.UTC, null, 9).posts().get(0).marked()).isEmpty();
    aea.post(say("en", "🎉 “Grids” & <b>the grid</b>"));
    Found found = find("grid", ZoneOffset.UTC, null, 9).posts().get(0);
    assertThat(found.marked().stream()
            .map(range -> found.text().substring(range.start(), range.end())))
        .containsExactly("Grids", "grid");
  }

  @Test
  void aRevisedPostIsFoundByWhatItSaysNow() throws Exception {
    long n = aea.post(say("en", "a typo"));
    aea.revise(n, Post.builder("x", "p1").text("no mistake").receivedAt(at()));
    assertThat(found("typo")).isEmpty();
    assertThat(find("mistake", ZoneOffset.UTC, null, 9).posts())
        .singleElement()
        .satisfies(found -> assertThat(found.isRevised()).isTrue());
  }

  @Test
  void aRetractedPostLeavesNoWordInAnyColumn() throws Exception {
    long n = aea.post(say("en", "Ungrateful xylophone"), say("en", "stays")) - 1;
    aea.revise(n, Post.builder("x", "p1").text("Xylophones again").receivedAt(at()));
    assertThat(found("xylophones")).hasSize(1);
    aea.retract(n);
    assertThat(found("xylophones")).isEmpty();
    assertThat(found("from:ada")).containsExactly("stays");
    try (Connection connection = RealServers.connect(database);
        ResultSet rows = connection
            .createStatement()
            .executeQuery("select string_agg(u::text, ' ') from updates u")) {
      rows.next();
      assertThat(rows.getString(1)).contains("stays").doesNotContainIgnoringCase("xylo");
    }
  }

  @Test
  void onlyTheNewestLifeIsSearched() throws Exception {
    aea.post(say("en", "old life"));
    aea.tell("insert into lives (event, epoch) values ('aea', 'life2')");
    assertThat(found("life")).isEmpty();
  }

  @Test
  void noPostIsRefusedForWhatItsTextHolds() throws Exception {
    Random random = new Random(6);
    String signs = "ab\"'\\{}[]:,#@()&|!*<>%_\0\uD83C\uDF89\uD800 \t\n“é日?？";
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      Media media =
          new Media(Media.Kind.PHOTO, "https://x.example/1.jpg", null, null, null, text + "x");
      posts.add(post(text.toString()).lang("a\\'" + i).media(List.of(media)).receivedAt(at()));
    }
    posts.add(say("en", "#" + "long".repeat(20_000)));
    posts.add(say("en", "word ".repeat(100_000)));
    aea.post(posts.toArray(Post[]::new));
    assertThat(held()).isZero();
    assertThat(find("has:photo", ZoneOffset.UTC, null, 500).posts()).hasSize(400);
  }

  @Test
  void nothingThatAnybodyTypesFails() throws Exception {
    aea.post(say("en", "something"));
    Random random = new Random(6);
    String signs = "ab\"'-:#@()&|!*\\<>%_\0\uD800\uDC00 \t“é日🎉";
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      find(text.toString(), ZoneOffset.UTC, null, 9);
    }
  }

  private int held() throws Exception {
    try (Connection connection = RealServers.connect(database);
        ResultSet rows = connection.createStatement().executeQuery("select count(*) from held")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private List<String> found(String text) throws Exception {
    return find(text, ZoneOffset.UTC, null, 50).posts().stream()
        .map(found -> found.post().text())
        .toList();
  }

  private Search.Page find(String text, ZoneId zone, @Nullable Cursor after, int limit)
      throws Exception {
    return new Search(library)
        .find(SearchParser.parse(text), zone, after, limit)
        .await(30, SECONDS);
  }

  private PostBuilder post(String text) {
    posted++;
    return Post.builder("x", "p" + posted).author(Posts.post(1).author()).text(text);
  }

  private Post say(String lang, String text) {
    return post(text).lang(lang).receivedAt(at());
  }

  private Instant at() {
    return NOON.plusSeconds(posted);
  }
}
