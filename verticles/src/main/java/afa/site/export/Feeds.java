package afa.site.export;

import afa.export.AtomFeed;
import afa.export.FeedPage;
import afa.export.JsonFeed;
import afa.library.ExportReader;
import afa.library.ExportReader.Scope;
import afa.library.ExportedEvent;
import afa.library.ExportedPost;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The newest posts of an event or a talk, for feed readers. */
final class Feeds {
  private static final int POSTS = 100;

  private final ExportReader reader;

  Feeds(ExportReader reader) {
    this.reader = reader;
  }

  /** How a feed is written. */
  enum Language {
    ATOM,
    JSON;

    String type() {
      return this == ATOM ? AtomFeed.TYPE : JsonFeed.TYPE;
    }

    String write(FeedPage page) {
      return this == ATOM ? AtomFeed.write(page) : JsonFeed.write(page);
    }

    String extension() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Future<Page> write(FeedRequest asked, Language language) {
    return reader.event(asked.event()).compose(event -> subject(asked, event).compose(subject -> {
      Scope scope = new Scope(event.event(), event.epoch(), asked.talk());
      return reader
          .before(scope, asked.before(), POSTS + 1)
          .map(posts -> page(asked, subject, posts, language));
    }));
  }

  /**
   * What a feed is about.
   *
   * @param since when it began
   */
  private record Subject(String title, Instant since) {}

  private Future<Subject> subject(FeedRequest asked, ExportedEvent event) {
    if (asked.talk() == null) {
      Instant since = event.info() == null ? Instant.EPOCH : event.info().begin();
      return Future.succeededFuture(new Subject(event.name(), since));
    }
    return reader
        .talk(asked.event(), asked.talk())
        .map(talk -> new Subject(talk.title() + " – " + event.name(), talk.start()));
  }

  private static Page page(
      FeedRequest asked, Subject subject, List<ExportedPost> read, Language language) {
    List<ExportedPost> posts = read.subList(0, Math.min(POSTS, read.size()));
    String first = asked.home() + "/feed." + language.extension();
    FeedPage page = new FeedPage(
        FeedPage.id("feed", asked.event(), asked.talk() == null ? "" : asked.talk()),
        subject.title(),
        asked.home(),
        asked.isNewest() ? first : first + "?before=" + asked.before(),
        first,
        next(first, read),
        subject.since(),
        posts.stream().flatMap(post -> item(asked.event(), post)).toList());
    return new Page(language.type(), language.write(page), page.updated());
  }

  private static @Nullable String next(String first, List<ExportedPost> read) {
    return read.size() > POSTS ? first + "?before=" + read.get(POSTS - 1).n() : null;
  }

  private static Stream<FeedPage.Item> item(String event, ExportedPost kept) {
    return kept.post().stream()
        .map(post -> new FeedPage.Item(FeedPage.id("post", event, post.source(), post.id()), post));
  }
}
