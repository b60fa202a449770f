package afa.export;

import afa.feed.Post;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A page of a feed as Atom (RFC 4287), paged as RFC 5005, section 3. */
public final class AtomFeed {
  public static final String TYPE = "application/atom+xml; charset=utf-8";

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private AtomFeed() throws XMLStreamException {
    xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
  }

  /** The document. */
  public static String write(FeedPage page) {
    try {
      return new AtomFeed().feed(page);
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("XML cannot be written to memory", impossible);
    }
  }

  private String feed(FeedPage page) throws XMLStreamException {
    xml.writeStartDocument("utf-8", "1.0");
    xml.setDefaultNamespace(NAMESPACE);
    xml.writeStartElement(NAMESPACE, "feed");
    xml.writeDefaultNamespace(NAMESPACE);
    element("id", page.id());
    element("title", page.title());
    time("updated", page.updated());
    link("self", page.self(), AtomFeed.type());
    link("alternate", page.home(), "text/html");
    link("first", page.first(), AtomFeed.type());
    if (page.next() != null) link("next", page.next(), AtomFeed.type());
    element("generator", "A Feed Apart");
    for (FeedPage.Item item : page.posts()) entry(item);
    xml.writeEndElement();
    xml.writeEndDocument();
    return text.append('\n').toString();
  }

  private static String type() {
    return "application/atom+xml";
  }

  private void entry(FeedPage.Item item) throws XMLStreamException {
    Post post = item.post();
    PostText words = new PostText(post);
    xml.writeStartElement(NAMESPACE, "entry");
    element("id", item.id());
    element("title", words.title());
    time("published", post.postedAt());
    time("updated", post.receivedAt());
    author(post);
    String url = PostText.webAddress(post.url());
    if (url != null) link("alternate", url, null);
    for (String tag : words.tags()) empty("category", Map.of("term", tag));
    xml.writeStartElement(NAMESPACE, "content");
    xml.writeAttribute("type", "html");
    if (post.lang() != null && post.lang().matches("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")) {
      xml.writeAttribute("xml:lang", post.lang());
    }
    xml.writeCharacters(XmlText.of(words.html()));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void author(Post post) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, "author");
    element("name", post.author().name());
    String page = PostText.webAddress(post.author().url());
    if (page != null) element("uri", page);
    xml.writeEndElement();
  }

  private void link(String relation, String address, @Nullable String type)
      throws XMLStreamException {
    xml.writeEmptyElement(NAMESPACE, "link");
    xml.writeAttribute("rel", relation);
    if (type != null) xml.writeAttribute("type", type);
    xml.writeAttribute("href", XmlText.of(address));
  }

  private void empty(String name, Map<String, String> attributes) throws XMLStreamException {
    xml.writeEmptyElement(NAMESPACE, name);
    for (Map.Entry<String, String> each : attributes.entrySet()) {
      xml.writeAttribute(each.getKey(), XmlText.of(each.getValue()));
    }
  }

  private void time(String name, Instant time) throws XMLStreamException {
    element(name, time.toString());
  }

  private void element(String name, String content) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, name);
    xml.writeCharacters(XmlText.of(content));
    xml.writeEndElement();
  }
}
