package afa.rehearsal.syndication;

import afa.rehearsal.Photo;
import java.util.List;

/** Writes Atom: addresses relative to the blog, the text as XHTML. */
final class AtomFeed {
  private final String url;

  AtomFeed(String url) {
    this.url = url;
  }

  String write(Blog blog, List<BlogEntry> entries) {
    StringBuilder all = new StringBuilder();
    entries.forEach(entry -> all.append(entry(entry)));
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="%s/blogs/">
        <title>%s</title><id>urn:inkwherry:%s</id><updated>%s</updated>
        <link rel="self" href="%s/atom.xml"/><link href="%s"/>
        %s</feed>
        """
        .formatted(
            url,
            FeedFormat.escaped(blog.title()),
            blog.slug(),
            FeedFormat.time(blog.changed()),
            blog.slug(),
            blog.slug(),
            all);
  }

  private String entry(BlogEntry entry) {
    return """
        <entry><title>%s</title><id>%s</id><link href="%s"/>
        <published>%s</published><updated>%s</updated><author><name>%s</name></author>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">%s</div></content>
        %s</entry>
        """
        .formatted(
            FeedFormat.escaped(entry.title()),
            entry.id(),
            entry.path(),
            FeedFormat.time(entry.published()),
            FeedFormat.time(entry.updated()),
            FeedFormat.escaped(entry.author().name()),
            FeedFormat.html(entry).replace("<br>", "<br/>"),
            pictures(entry));
  }

  private String pictures(BlogEntry entry) {
    StringBuilder links = new StringBuilder();
    for (Photo photo : entry.photos()) {
      links.append("<link rel=\"enclosure\" type=\"image/svg+xml\" href=\""
          + BlogPictures.url(photo, url) + "\"/>\n");
    }
    return links.toString();
  }
}
