package afa.schedule;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;

/** A small file of each kind, with two talks in two rooms, and how it is read. */
final class Samples {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  static final String XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <schedule><version>1</version>
        <conference><title>Tide 2026</title><time_zone_name>Europe/Berlin</time_zone_name></conference>
        <day index="1" date="2026-10-24">
          <room name="Hall 1" guid="r1">
            <event guid="g1" id="1" code="AAA">
              <title>Grids</title><date>2026-10-24T10:00:00+02:00</date><start>10:00</start>
              <duration>00:30</duration><abstract>&lt;p&gt;Rows &amp;amp; columns #gridlove&lt;/p&gt;</abstract>
              <persons><person guid="p1" href="https://x.com/Ada">Ada Ray</person></persons>
              <url>https://example.org/grids</url><language>en</language><track>Web</track>
            </event>
          </room>
          <room name="Hall 2">
            <event guid="g2" id="2"><title>Fonts</title><date>2026-10-24T11:00:00+02:00</date>
              <start>11:00</start><duration>45</duration></event>
          </room>
          <room name="Empty"/>
        </day>
      </schedule>
      """;

  static final String JSON =
      """
      {"schedule":{"conference":{"title":"Tide 2026","time_zone_name":"Europe/Berlin",
       "rooms":[{"name":"Hall 1"},{"name":"Hall 2"},{"name":"Empty"}],
       "days":[{"date":"2026-10-24","rooms":{
        "Hall 1":[{"guid":"g1","id":1,"title":"Grids","date":"2026-10-24T10:00:00+02:00","start":"10:00",
          "duration":"00:30","persons":[{"guid":"p1","public_name":"Ada Ray","url":"https://x.com/Ada"}]}],
        "Hall 2":[{"guid":"g2","title":"Fonts","date":"2026-10-24T11:00:00+02:00",
          "end":"2026-10-24T11:45:00+02:00","duration":"02:00"}]}}]}}}
      """;

  static final String CALENDAR =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//tide//EN
      BEGIN:VEVENT
      UID:g1
      DTSTART;TZID=Europe/Berlin:20261024T100000
      DURATION:PT30M
      SUMMARY:Grids - Ada Ray
      LOCATION:Hall 1
      ATTENDEE;CN="Ada Ray":invalid:nomail
      END:VEVENT
      BEGIN:VEVENT
      UID:g2
      DTSTART:20261024T090000Z
      DTEND:20261024T094500Z
      SUMMARY:Fonts
      LOCATION:Hall 2
      END:VEVENT
      END:VCALENDAR
      """;

  static final String SESSIONIZE =
      """
      {"sessions":[
        {"id":"g1","title":"Grids","startsAt":"2026-10-24T10:00:00","endsAt":"2026-10-24T10:30:00",
         "roomId":1,"speakers":["p1"],"categoryItems":[7]},
        {"id":"g2","title":"Fonts","startsAt":"2026-10-24T09:00:00Z","endsAt":"2026-10-24T09:45:00Z","roomId":2}],
       "speakers":[{"id":"p1","fullName":"Ada Ray","links":[
          {"title":"X (Twitter)","url":"@Ada","linkType":"Twitter"},
          {"title":"Other","url":"https://social.example/@ada","linkType":"Other"}]}],
       "rooms":[{"id":1,"name":"Hall 1"},{"id":2,"name":"Hall 2"}],
       "categories":[{"id":9,"title":"Track","items":[{"id":7,"name":"Web"}]}]}
      """;

  static final String CSV =
      """
      id,start,end,room,title,speakers,handles
      g1,2026-10-24T10:00,00:30,Hall 1,Grids,Ada Ray,@Ada
      g2,2026-10-24 11:00,2026-10-24T11:45:00+02:00,Hall 2,"Fonts",,
      """;

  static final Map<String, String> ALL = Map.of(
      "schedule.xml",
      XML,
      "schedule.json",
      JSON,
      "iCalendar",
      CALENDAR,
      "Sessionize",
      SESSIONIZE,
      "CSV",
      CSV);

  private Samples() {}

  static Schedule read(String file) throws NotASchedule {
    return ScheduleImport.read(file.getBytes(StandardCharsets.UTF_8), BERLIN);
  }

  /** A table with these lines below {@code id,start,end,room,title,speakers}. */
  static Schedule table(String... lines) throws NotASchedule {
    return read("id,start,end,room,title,speakers\n" + String.join("\n", lines));
  }
}
