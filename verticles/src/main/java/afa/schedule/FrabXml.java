package afa.schedule;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** Reads schedule.xml as pentabarf, frab, pretalx, wafer and others write it. */
final class FrabXml {
  private final Collector collector = new Collector();
  private Times times;
  private String title = "";
  private LocalTime dayChange = LocalTime.MIDNIGHT;
  private String baseUrl = "";
  private Frab.Day day = new Frab.Day("");
  private String room = "";

  private FrabXml(Times event) {
    this.times = event;
  }

  static Schedule read(byte[] bytes, Times event) throws NotASchedule {
    FrabXml xml = new FrabXml(event);
    try (XmlSource source = new XmlSource(bytes)) {
      while (source.next()) xml.step(source);
    } catch (XMLStreamException notXml) {
      String reason = String.valueOf(notXml.getMessage()).replaceAll("\\s+", " ");
      throw new NotASchedule("is no XML that can be read: " + Texts.name(reason));
    }
    return xml.collector.schedule("schedule.xml", xml.title, xml.times);
  }

  private void step(XmlSource source) throws XMLStreamException, NotASchedule {
    if (!source.begins()) {
      if (source.name().equals("room")) room = "";
      return;
    }
    switch (source.name()) {
      case "conference" -> conference(source.element());
      case "day" -> day = new Frab.Day(source.head().value("date"));
      case "room" -> {
        XmlElement head = source.head();
        room = head.value("name");
        collector.room(head.value("guid"), room);
      }
      case "event" ->
        new Frab(collector, times, dayChange, baseUrl)
            .read(new Written(source.element()), room, day);
      default -> {}
    }
  }

  private void conference(XmlElement conference) {
    title = conference.value("title");
    baseUrl = conference.value("base_url");
    times = Frab.zone(conference.value("time_zone_name"), times, collector.warnings);
    dayChange = Times.clock(conference.value("day_change")).orElse(LocalTime.MIDNIGHT);
  }

  private record Written(XmlElement event) implements Frab.Entry {
    @Override
    public String where() {
      return "line " + event.line;
    }

    @Override
    public String field(String name) {
      return event.value(name);
    }

    @Override
    public void addPeople(Draft draft) {
      List<XmlElement> persons =
          event.child("persons").map(all -> all.children("person")).orElse(List.of());
      for (XmlElement person : persons) {
        String id = Stream.of("guid", "code", "id")
            .map(key -> person.attributes.getOrDefault(key, ""))
            .filter(value -> !value.isBlank())
            .findFirst()
            .orElse("");
        String name =
            person.text.toString().isBlank() ? person.value("name") : person.text.toString();
        draft.person(id, name, List.of(person.value("href"), person.value("url")));
      }
    }
  }
}
