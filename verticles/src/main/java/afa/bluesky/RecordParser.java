package afa.bluesky;

import afa.bluesky.JetstreamEvent.Commit;
import afa.bluesky.JetstreamEvent.Operation;
import afa.feed.Link;
import afa.feed.Original;
import afa.feed.Post;
import afa.feed.PostBuilder;
import afa.source.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads records of posts. Never throws: whatever it is given, it says what it is. */
final class RecordParser {
  /** The name of this source in posts, cursors and event files. */
  static final String SOURCE = "bluesky";

  /** The network allows 3,000 bytes; anything far beyond is not a post. */
  private static final int MOST_TEXT = 30_000;

  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8}){0,5}");
  private static final int MOST_TAGS = 100;

  private final Interest interest;
  private final boolean replies;
  private final Pages pages;

  /**
   * @param replies whether answers to other posts are shown
   */
  RecordParser(Interest interest, boolean replies, Pages pages) {
    this.interest = interest;
    this.replies = replies;
    this.pages = pages;
  }

  /** What a record is to us; not to be asked for deletions. */
  ReadPost read(Commit commit) {
    JsonNode record = commit.record();
    if (!record.isObject()) return new ReadPost.Malformed("no record");
    JsonNode text = record.path("text");
    if (!text.isTextual()) return new ReadPost.Malformed("no text");
    if (text.textValue().length() > MOST_TEXT) return new ReadPost.Malformed("text too long");
    if (!interest.matches(text.textValue(), tags(record))) return new ReadPost.NotOurs();
    Labels labels = Labels.ofRecord(record);
    if (labels.reasonToHide().isPresent()) {
      return new ReadPost.Filtered(labels.reasonToHide().get());
    }
    if (!replies && record.path("reply").isObject()) return new ReadPost.Filtered("a reply");
    return shown(commit, labels);
  }

  private static List<String> tags(JsonNode record) {
    List<String> tags = new ArrayList<>(Facets.tags(record.path("facets")));
    for (JsonNode tag : record.path("tags")) {
      if (tag.isTextual() && tags.size() < MOST_TAGS) tags.add(tag.textValue());
    }
    return tags;
  }

  private ReadPost shown(Commit commit, Labels labels) {
    JsonNode record = commit.record();
    AtUri uri = commit.post();
    Embeds embeds = Embeds.of(record, uri.did(), pages);
    Facets.Linked text = withCard(linked(record), embeds.card());
    PostBuilder post = Post.builder(SOURCE, uri.toString())
        .url(Pages.post(uri))
        .text(text.text())
        .links(text.links())
        .media(embeds.media())
        .lang(language(record))
        .replyTo(repliedTo(record))
        .quoteOf(embeds.quoteOf())
        .version(commit.rev())
        .edited(commit.operation() == Operation.UPDATE)
        .postedAt(JetstreamTime.written(BlueskyJson.text(record, "createdAt"), commit.timeUs()));
    return new ReadPost.Shown(uri, embeds.quoteOf(), labels.warning().orElse(null), post);
  }

  private static Facets.Linked linked(JsonNode record) {
    return Facets.linked(BlueskyJson.text(record, "text"), record.path("facets"));
  }

  /** A card is the only trace of its link where the author took the address out of the text. */
  private static Facets.Linked withCard(Facets.Linked text, String card) {
    boolean there = card == null
        || text.text().contains(card)
        || text.links().stream().anyMatch(link -> link.url().equals(card));
    if (there) return text;
    String shown = card.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    String before = text.text().isEmpty() ? "" : text.text() + "\n";
    List<Link> links = new ArrayList<>(text.links());
    String all = before + PlainText.label(shown, 60);
    if (all.length() > before.length()) {
      links.add(new Link(before.length(), all.length(), card, Link.Kind.LINK));
    }
    return new Facets.Linked(all, List.copyOf(links));
  }

  private static String language(JsonNode record) {
    String language = record.path("langs").path(0).asText("");
    return LANGUAGE.matcher(language).matches() ? language : null;
  }

  private static String repliedTo(JsonNode record) {
    String parent = BlueskyJson.text(record.path("reply").path("parent"), "uri");
    return AtUri.post(parent).map(AtUri::toString).orElse(null);
  }

  /** A post as a view of the network shows it, to stand in the frame of one that quotes it. */
  Original original(AtUri uri, JsonNode view) {
    JsonNode record = view.path("record");
    Facets.Linked text = linked(record);
    return new Original(
        uri.toString(),
        Pages.post(uri),
        Profile.of(uri.did(), view.path("author")).author(),
        text.text(),
        text.links(),
        Embeds.of(record, uri.did(), pages).media());
  }
}
