package afa.syndication;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.impl.XmlFixerReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;
import org.jdom2.input.SAXBuilder;

/**
 * RSS and Atom of any version: read by ROME, from a document in which addresses are absolute and
 * times are written in one way, as ROME is stricter than feeds are.
 */
final class FeedXml {
  private static final String SAX = "http://xml.org/sax/features/";
  private static final String XERCES = "http://apache.org/xml/features/";
  private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";

  /** An element takes some 200 bytes of memory; ten megabytes of text have room for millions. */
  private static final int MOST_TAGS = 300_000;

  /** What writes an element as text calls itself for each level. */
  private static final String DEEPEST = "200";

  private static final Set<String> ENTRIES = Set.of("item", "entry");
  private static final List<String> LINKS = List.of("href", "src", "url");
  private static final Set<String> ADDRESSES = Set.of("link", "icon", "logo", "url");
  private static final Set<String> TEXTS = Set.of("title", "summary", "content");
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final Set<String> DATES = Set.of(
      "pubDate", "published", "updated", "modified", "issued", "created", "date", "lastBuildDate");

  private FeedXml() {}

  /**
   * Reads a feed.
   *
   * @param address what relative addresses are relative to
   */
  static SyndFeed read(String xml, URI address) throws FeedDefect {
    if (xml.chars().filter(c -> c == '<').count() > MOST_TAGS) {
      throw new FeedDefect("is made of too many parts");
    }
    try {
      Document document = builder().build(new XmlFixerReader(new StringReader(xml)));
      mend(document.getRootElement(), address);
      return new SyndFeedInput(false, Locale.US).build(document);
    } catch (JDOMException | IOException broken) {
      throw new FeedDefect("is not well-formed XML", broken);
    } catch (FeedException | RuntimeException unknown) { // the library does not expect everything
      throw new FeedDefect("is XML, but neither RSS nor Atom", unknown);
    }
  }

  /** A parser that opens nothing, and takes no document type: with it go all entities. */
  private static SAXBuilder builder() {
    SAXBuilder builder = new SAXBuilder();
    builder.setFeature(XERCES + "disallow-doctype-decl", true);
    builder.setFeature(SAX + "external-general-entities", false);
    builder.setFeature(SAX + "external-parameter-entities", false);
    builder.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
    builder.setProperty(LIMITS + "maxElementDepth", DEEPEST);
    builder.setExpandEntities(false);
    return builder;
  }

  private static void mend(Element root, URI address) throws FeedDefect {
    boolean unsaid = root.getName().equals("rss") && root.getAttributeValue("version") == null;
    if (unsaid) root.setAttribute("version", "2.0");
    List<Element> elements = new ArrayList<>();
    root.getDescendants(Filters.element()).forEach(elements::add);
    elements.add(root);
    if (elements.stream().filter(e -> ENTRIES.contains(e.getName())).count() > FeedParser.MOST) {
      throw new FeedDefect("has too many entries");
    }
    elements.forEach(element -> mendOne(element, address));
  }

  private static void mendOne(Element element, URI address) {
    for (String name : LINKS) {
      Attribute link = element.getAttribute(name);
      if (link != null) link.setValue(absolute(element, link.getValue(), address));
    }
    if (!element.getChildren().isEmpty()) return;
    String name = element.getName();
    if (DATES.contains(name)) element.setText(date(element.getText()));
    if (ADDRESSES.contains(name)) element.setText(absolute(element, element.getText(), address));
    boolean plain = TEXTS.contains(name) && element.getNamespaceURI().equals(ATOM);
    if (plain && element.getAttribute("type") == null) element.setAttribute("type", "text");
  }

  private static String date(String text) {
    return FeedDates.parse(text)
        .map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString())
        .orElse("");
  }

  private static String absolute(Element element, String link, URI address) {
    return FeedAddress.of(base(element, address), link).map(URI::toString).orElse(link);
  }

  /** What {@code xml:base} of the element and those around it say. */
  private static URI base(Element element, URI address) {
    if (element == null) return address;
    String base = element.getAttributeValue("base", Namespace.XML_NAMESPACE);
    URI outer = base(element.getParentElement(), address);
    return base == null ? outer : FeedAddress.of(outer, base).orElse(outer);
  }
}
