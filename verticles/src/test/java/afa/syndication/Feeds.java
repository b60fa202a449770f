package afa.syndication;

/** Feeds of our own making, as good and as bad as those out there. */
final class Feeds {
  private Feeds() {}

  /** RSS 2.0 with what blogs put there. */
  static final String RSS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel>
          <title>Harbour notes &amp; queries</title>
          <link>https://www.harbour.example/</link>
          <language>en-GB</language>
          <image><url>/icon.png</url><title>x</title><link>https://www.harbour.example/</link></image>
          <item>
            <title>Rope &lt;and&gt; knots &amp;amp; more 🪢</title>
            <link>https://www.harbour.example/rope?a=1&amp;b=2</link>
            <guid isPermaLink="false">tag:harbour.example,2026:rope</guid>
            <pubDate>Sat, 21 Nov 2026 10:00:00 +0100</pubDate>
            <dc:creator>Ida Quay</dc:creator>
            <description>The short version.</description>
            <content:encoded><![CDATA[<p>Read <a href="/knots">all about knots</a>&nbsp;today.</p>
              <script>steal()</script><p>Second.<img src="pic.jpg" width="1" height="1"></p>]]></content:encoded>
            <media:content url="https://img.example/rope.jpg" medium="image" width="800" height="600">
              <media:description>A coil of rope</media:description>
              <media:thumbnail url="https://img.example/rope-small.jpg"/>
            </media:content>
          </item>
          <item>
            <title>Tides</title>
            <link>/tides</link>
            <guid isPermaLink="false">4711</guid>
            <pubDate>Sat, 21 Nov 26 08:30 EST</pubDate>
            <author>bob@harbour.example (Bob Bollard)</author>
            <description>&lt;p&gt;High at <b>nine</b>&lt;/p&gt;&lt;img src="/tide.png" alt="A table"&gt;</description>
            <enclosure url="https://www.harbour.example/tide.mp3" length="12" type="audio/mpeg"/>
          </item>
          <item><description>No title, no id, no date.</description><link>https://www.harbour.example/3</link></item>
          <item><guid>https://www.harbour.example/4</guid><title>Only a permanent link</title></item>
          <item><title>Only a title</title></item>
          <item/>
        </channel>
      </rss>
      """;

  /** Atom with relative addresses, HTML in all its guises, and an edit beside what it replaces. */
  static final String ATOM =
      """
      <?xml version="1.0"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quay.example/blog/">
        <title type="text">Quay &amp; crane</title><id>urn:uuid:1</id>
        <icon>icon.svg</icon>
        <link rel="self" href="https://quay.example/atom.xml"/><link href="./"/>
        <author><name>The crane crew</name><email>crew@quay.example</email></author>
        <entry xml:base="2026/">
          <title type="html">Lift &amp;lt;high&amp;gt; &amp;amp; &lt;b&gt;low&lt;/b&gt;</title>
          <id>urn:uuid:11</id><link href="lift"/>
          <published>2026-11-20T08:00:00Z</published><updated>2026-11-21T09:00:00.250+01:00</updated>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Up <a href="../about">we</a>
            <em>go</em>.<br/>Down.</p></div></content>
          <link rel="enclosure" type="image/png" href="crane.png"/>
        </entry>
        <entry>
          <title>Text &lt;b&gt; and words</title><id>urn:uuid:12</id>
          <link rel="alternate" href="https://quay.example/12"/><updated>2026-11-21T10:00:00Z</updated>
          <author><name>Mo &lt;mo@quay.example&gt;</name></author>
          <summary type="text">1 &lt; 2 &amp; 3</summary>
        </entry>
      </feed>
      """;

  /** RDF, as RSS 1.0 was. */
  static final String RDF =
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
          xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://old.example/"><title>Old</title><link>https://old.example/</link>
          <description>d</description></channel>
        <item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link>
          <description>Body</description><dc:date>2026-11-21T10:00+01:00</dc:date><dc:creator>Ann</dc:creator></item>
      </rdf:RDF>
      """;

  static final String JSON =
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Buoys", "icon": "https://buoy.example/i.png",
       "home_page_url": "https://buoy.example/", "language": "de",
       "authors": [{"name": "Bo Uy"}],
       "items": [
         {"id": "https://buoy.example/1", "url": "https://buoy.example/1", "title": "Rot & grün",
          "content_html": "<p>Links <b>rot</b></p>", "image": "https://buoy.example/1.jpg",
          "date_published": "2026-11-21T09:00:00+01:00", "date_modified": "2026-11-21T09:30:00+01:00",
          "authors": [{"name": "Gast"}]},
         {"id": 2, "external_url": "https://elsewhere.example/", "content_text": "1 < 2\\nzwei"},
         {"id": ["no"], "title": 7},
         "nonsense", null,
         {"id": "https://buoy.example/5", "summary": "kurz", "attachments": [{"url": "https://buoy.example/5.mp4",
          "mime_type": "video/mp4"}, 3], "authors": {"name": 1}}
       ]}
      """;
}
