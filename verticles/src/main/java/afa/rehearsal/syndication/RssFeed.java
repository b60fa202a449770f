package afa.rehearsal.syndication;

import afa.rehearsal.Photo;
import java.util.List;

/** Writes RSS 2.0 as blog software does: the times without milliseconds, the text as CDATA. */
final class RssFeed {
  private final String url;

  RssFeed(String url) {
    this.url = url;
  }

  String write(Blog blog, List<BlogEntry> entries) {
    StringBuilder items = new StringBuilder();
    entries.forEach(entry -> items.append(item(entry)));
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel>
        <title>%s</title><link>%s/blogs/%s</link><description>A rehearsed blog</description>
        <language>en</language><lastBuildDate>%s</lastBuildDate><ttl>5</ttl>
        %s</channel>
        </rss>
        """
        .formatted(
            FeedFormat.escaped(blog.title()),
            url,
            blog.slug(),
            FeedFormat.RFC_822.format(blog.changed()),
            items);
  }

  private String item(BlogEntry entry) {
    return """
        <item><title>%s</title><link>%s</link><guid isPermaLink="false">%s</guid>
        <pubDate>%s</pubDate><dc:creator>%s</dc:creator>
        <description>%s</description>
        <content:encoded><![CDATA[%s]]></content:encoded>
        %s</item>
        """
        .formatted(
            FeedFormat.escaped(entry.title()),
            url + entry.path(),
            entry.id(),
            FeedFormat.RFC_822.format(entry.published()),
            FeedFormat.escaped(entry.author().name()),
            FeedFormat.escaped(entry.paragraphs().get(0)),
            FeedFormat.html(entry).replace("]]>", "]]&gt;"),
            pictures(entry));
  }

  private String pictures(BlogEntry entry) {
    StringBuilder media = new StringBuilder();
    for (Photo photo : entry.photos()) {
      media.append(
          """
          <media:content url="%s" medium="image" type="image/svg+xml" width="%d" height="%d">
          <media:description>%s</media:description></media:content>
          """
              .formatted(
                  BlogPictures.url(photo, url),
                  photo.scene().width(),
                  photo.scene().height(),
                  FeedFormat.escaped(photo.alt() == null ? "" : photo.alt())));
    }
    return media.toString();
  }
}
