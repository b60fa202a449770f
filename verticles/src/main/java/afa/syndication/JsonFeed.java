package afa.syndication;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEnclosureImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndImage;
import com.rometools.rome.feed.synd.SyndImageImpl;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org), in the shape that ROME gives to RSS and Atom. */
final class JsonFeed {
  /** A part takes some 100 bytes of memory; ten megabytes of text have room for millions. */
  private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
      .maxTokenCount(300_000)
      .maxNestingDepth(100)
      .build();

  private static final ObjectMapper JSON =
      new ObjectMapper(JsonFactory.builder().streamReadConstraints(BOUNDS).build());
  private static final String VERSION = "https://jsonfeed.org/version/";

  private JsonFeed() {}

  static SyndFeed read(String text) throws FeedDefect {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new FeedDefect("is not well-formed JSON", broken);
    }
    if (!text(json, "version").startsWith(VERSION)) {
      throw new FeedDefect("is JSON, but not a JSON Feed");
    }
    if (json.path("items").size() > FeedParser.MOST) throw new FeedDefect("has too many entries");
    return feed(json);
  }

  private static SyndFeed feed(JsonNode json) {
    SyndFeed feed = new SyndFeedImpl();
    feed.setFeedType("json");
    feed.setTitle(text(json, "title"));
    feed.setLink(text(json, "home_page_url"));
    feed.setLanguage(text(json, "language"));
    feed.setAuthor(author(json));
    SyndImage icon = new SyndImageImpl();
    icon.setUrl(text(json, "icon"));
    feed.setIcon(icon);
    List<SyndEntry> entries = new ArrayList<>();
    json.path("items").forEach(item -> entries.add(entry(item)));
    feed.setEntries(entries);
    return feed;
  }

  private static SyndEntry entry(JsonNode json) {
    SyndEntry entry = new SyndEntryImpl();
    String id = text(json, "id");
    entry.setUri(id);
    entry.setLink(first(text(json, "url"), text(json, "external_url"), id));
    entry.setTitleEx(content("text", text(json, "title")));
    entry.setContents(List.of(
        content("html", text(json, "content_html")), content("text", text(json, "content_text"))));
    entry.setDescription(content("text", text(json, "summary")));
    date(json, "date_published").ifPresent(entry::setPublishedDate);
    date(json, "date_modified").ifPresent(entry::setUpdatedDate);
    entry.setAuthor(author(json));
    entry.setEnclosures(enclosures(json));
    return entry;
  }

  private static List<SyndEnclosure> enclosures(JsonNode json) {
    List<SyndEnclosure> enclosures = new ArrayList<>();
    for (JsonNode attachment : json.path("attachments")) {
      enclosures.add(enclosure(text(attachment, "url"), text(attachment, "mime_type")));
    }
    String image = first(text(json, "image"), text(json, "banner_image"));
    if (!image.isEmpty()) enclosures.add(enclosure(image, "image/*"));
    return enclosures;
  }

  private static SyndEnclosure enclosure(String url, String type) {
    SyndEnclosure enclosure = new SyndEnclosureImpl();
    enclosure.setUrl(url);
    enclosure.setType(type);
    return enclosure;
  }

  private static SyndContent content(String type, String value) {
    SyndContent content = new SyndContentImpl();
    content.setType(type);
    content.setValue(value);
    return content;
  }

  private static String author(JsonNode json) {
    return first(text(json.path("authors").path(0), "name"), text(json.path("author"), "name"));
  }

  private static Optional<Date> date(JsonNode json, String field) {
    return FeedDates.parse(text(json, field)).map(Date::from);
  }

  /** Numbers too, as ids are numbers in some feeds. */
  private static String text(JsonNode json, String field) {
    return json.path(field).asText("");
  }

  private static String first(String... texts) {
    for (String text : texts) if (!text.isBlank()) return text;
    return "";
  }
}
