package afa.schedule;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of strangers, piece by piece: without document types and entities, bounded in depth. */
final class XmlSource implements AutoCloseable {
  private static final int DEEPEST = 64;
  private static final int MOST_ELEMENTS = 20_000; // of one piece

  private final XMLStreamReader reader;
  private int depth;

  XmlSource(byte[] bytes) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
  }

  /**
   * Goes on to the next start or end of an element; false at the end of the file.
   *
   * @throws NotASchedule when there is a document type, or too many elements in each other
   */
  boolean next() throws XMLStreamException, NotASchedule {
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) throw new NotASchedule("has a document type");
      if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
        throw new NotASchedule("has more than " + DEEPEST + " elements in each other");
      }
      if (event == XMLStreamConstants.END_ELEMENT) depth--;
      if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  boolean begins() {
    return reader.getEventType() == XMLStreamConstants.START_ELEMENT;
  }

  String name() {
    return reader.getLocalName();
  }

  /** The element that has just begun, to its end. */
  XmlElement element() throws XMLStreamException, NotASchedule {
    int[] count = {0};
    return element(count);
  }

  private XmlElement element(int[] count) throws XMLStreamException, NotASchedule {
    if (++count[0] > MOST_ELEMENTS) {
      throw new NotASchedule("has an entry of more than " + MOST_ELEMENTS + " elements");
    }
    XmlElement element = head();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw new NotASchedule("has more than " + DEEPEST + " elements in each other");
          }
          element.children.add(element(count));
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return element;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
          element.text.append(reader.getText());
        default -> {}
      }
    }
    return element;
  }

  /** Its name and attributes, without what is in it. */
  XmlElement head() {
    XmlElement element =
        new XmlElement(reader.getLocalName(), reader.getLocation().getLineNumber());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return element;
  }

  @Override
  public void close() throws XMLStreamException {
    reader.close();
  }
}
