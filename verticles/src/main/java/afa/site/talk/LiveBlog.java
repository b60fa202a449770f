package afa.site.talk;

import afa.feed.EventInfo;
import afa.feed.Post;
import afa.library.talk.TalkPost;
import afa.site.ContentView;
import afa.site.JsonLd;
import afa.site.WebAddress;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A talk's page in the words of schema.org, for programs that read pages. */
final class LiveBlog {
  private LiveBlog() {}

  /** Posts with a content warning are left out, as programs show texts without asking. */
  static String json(EventInfo event, TalkHeader talk, Window window) {
    JsonArray updates = new JsonArray();
    window.posts().stream()
        .filter(each -> ContentView.warning(each.post()) == null)
        .map(LiveBlog::posting)
        .forEach(updates::add);
    JsonObject blog = new JsonObject()
        .put("@context", "https://schema.org")
        .put("@type", "LiveBlogPosting")
        .put("headline", talk.title())
        .put("url", talk.path())
        .put("coverageStartTime", talk.start().toString())
        .put("coverageEndTime", talk.end().toString())
        .put("about", about(event, talk))
        .put("liveBlogUpdate", updates);
    return JsonLd.inPage(blog);
  }

  private static JsonObject about(EventInfo event, TalkHeader talk) {
    JsonArray performers = new JsonArray();
    talk.speakers().forEach(speaker -> performers.add(person(speaker.name(), speaker.url())));
    return new JsonObject()
        .put("@type", "Event")
        .put("name", talk.title())
        .put("startDate", talk.start().toString())
        .put("endDate", talk.end().toString())
        .put("location", new JsonObject().put("@type", "Place").put("name", place(event, talk)))
        .put("performer", performers)
        .put(
            "superEvent",
            new JsonObject()
                .put("@type", "Event")
                .put("name", event.name())
                .put("startDate", event.begin().toString())
                .put("endDate", event.end().toString()));
  }

  private static String place(EventInfo event, TalkHeader talk) {
    return talk.room().isEmpty() ? event.name() : talk.room();
  }

  private static JsonObject posting(TalkPost each) {
    Post post = each.post();
    JsonObject posting = new JsonObject()
        .put("@type", "BlogPosting")
        .put("articleBody", post.text())
        .put("datePublished", post.postedAt().toString())
        .put(
            "author",
            person(post.author().name(), WebAddress.orNull(post.author().url())));
    String url = WebAddress.orNull(post.url());
    return url == null ? posting : posting.put("url", url);
  }

  private static JsonObject person(String name, @Nullable String url) {
    JsonObject person = new JsonObject().put("@type", "Person").put("name", name);
    return url == null ? person : person.put("url", url);
  }
}
