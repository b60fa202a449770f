package afa.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScheduleTimesTest {

  @Test
  void inAutumnTheHourThatHappensTwiceIsTheFirstUnlessTheOffsetSaysTheSecond() throws NotASchedule {
    Schedule schedule = Samples.table(
        "a,2026-10-25T02:30,PT30M,Bar,Night,", "b,2026-10-25T02:30+01:00,PT30M,Bar,Later,");
    assertThat(schedule.talks())
        .extracting(Talk::start)
        .containsExactly(
            Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z"));
    assertThat(schedule.warnings()).extracting(Warning::what).anyMatch(w -> w.contains("twice"));
  }

  @Test
  void inSpringTheHourThatIsLeftOutGoesOn() throws NotASchedule {
    Schedule schedule = Samples.table("a,2027-03-28T02:30,PT30M,Bar,Night,");
    assertThat(schedule.talks().get(0).start()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    assertThat(schedule.warnings())
        .extracting(Warning::what)
        .anyMatch(w -> w.contains("leave out"));
  }

  @Test
  void aTalkOverTheSwitchHasItsRealLength() throws NotASchedule {
    Schedule schedule = Samples.table("a,2026-10-25T01:30,2026-10-25T03:30,Bar,Night,");
    assertThat(schedule.talks().get(0).length()).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void aSeriesKeepsTheClockOfTheVenueOverTheSwitch() throws NotASchedule {
    Schedule schedule = Samples.read(calendar(
        "DTSTART;TZID=Europe/Berlin:20261024T090000\nDTEND;TZID=Europe/Berlin:20261024T091500\n"
            + "RRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Europe/Berlin:20261026T090000"));
    assertThat(schedule.talks())
        .extracting(Talk::start)
        .containsExactly(
            Instant.parse("2026-10-24T07:00:00Z"), Instant.parse("2026-10-25T08:00:00Z"));
  }

  @Test
  void aCalendarsOwnDescriptionOfAZoneWinsOverItsName() throws NotASchedule {
    String zone =
        """
        BEGIN:VTIMEZONE
        TZID:GMT
        BEGIN:DAYLIGHT
        DTSTART:20000326T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0100
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20001029T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0000
        END:STANDARD
        END:VTIMEZONE
        """;
    String file = calendar("DTSTART;TZID=GMT:20261024T110000\nDURATION:PT30M")
        .replace("BEGIN:VEVENT", zone + "BEGIN:VEVENT");
    assertThat(Samples.read(file).talks().get(0).start())
        .isEqualTo(Instant.parse("2026-10-24T10:00:00Z"));
    String endless = file.replace("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=SECONDLY");
    assertThat(Samples.read(endless).warnings())
        .extracting(Warning::what)
        .anyMatch(w -> w.contains("yearly"));
  }

  @Test
  void namesOfWindowsAndTimesWithoutZoneAreUnderstood() throws NotASchedule {
    assertThat(start("DTSTART;TZID=\"W. Europe Standard Time\":20261024T120000"))
        .isEqualTo("2026-10-24T10:00:00Z");
    assertThat(start("DTSTART:20261024T120000")).isEqualTo("2026-10-24T10:00:00Z");
    assertThat(start("DTSTART;TZID=Nowhere:20261024T120000")).isEqualTo("2026-10-24T10:00:00Z");
    assertThat(start("DTSTART;VALUE=DATE:20261024")).isEqualTo("2026-10-23T22:00:00Z");
  }

  @Test
  void aFoldInTheMiddleOfACharacterIsNone() throws Exception {
    String file = calendar("DTSTART:20261024T120000Z\nDURATION:PT1H").replace("Night", "Größe");
    byte[] bytes = file.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    int at = file.indexOf("ö") + 1; // between the two bytes of the letter
    java.io.ByteArrayOutputStream folded = new java.io.ByteArrayOutputStream();
    folded.write(bytes, 0, at);
    folded.write(new byte[] {'\r', '\n', ' '});
    folded.write(bytes, at, bytes.length - at);
    Schedule schedule = ScheduleImport.read(folded.toByteArray(), Samples.BERLIN);
    assertThat(schedule.talks().get(0).title()).isEqualTo("Größe");
  }

  @Test
  void afterMidnightADayWithoutDatesGoesOnUntilItChanges() throws NotASchedule {
    Schedule schedule = Samples.read(
        "<schedule><conference><day_change>09:00:00</day_change></conference><day date=\"2024-02-03\">"
            + "<room name=\"A\"><event id=\"1\"><title>Late</title><start>00:30</start>"
            + "<duration>01:00</duration></event></room></day></schedule>");
    assertThat(schedule.talks().get(0).start()).isEqualTo(Instant.parse("2024-02-03T23:30:00Z"));
  }

  @Test
  void withoutAnEndATalkLastsUntilTheNextInItsRoomOrHalfAnHour() throws NotASchedule {
    Schedule schedule = Samples.table(
        "a,2026-10-24T10:00,,Hall,Short,",
        "b,2026-10-24T10:20,,Hall,Long,",
        "c,2026-10-24T18:00,,Hall,Last of the day,");
    assertThat(schedule.talks())
        .extracting(talk -> talk.length().toMinutes())
        .containsExactly(20L, 30L, 30L);
  }

  @Test
  void lengthsAreReadInTheirDialects() {
    assertThat(Lengths.parse("00:30")).contains(Duration.ofMinutes(30));
    assertThat(Lengths.parse("90")).contains(Duration.ofMinutes(90));
    assertThat(Lengths.parse("1:30")).contains(Duration.ofMinutes(90));
    assertThat(Lengths.parse("PT1H30M")).contains(Duration.ofMinutes(90));
    assertThat(Lengths.parse("1:00:00")).contains(Duration.ofDays(1));
    assertThat(Lengths.parse("00:45:00")).contains(Duration.ofMinutes(45));
    assertThat(Lengths.parse("135.0:00")).isEmpty();
    assertThat(Lengths.parse("")).isEmpty();
  }

  private static String start(String property) throws NotASchedule {
    return Samples.read(calendar(property)).talks().get(0).start().toString();
  }

  private static String calendar(String properties) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:u\nSUMMARY:Night\n"
        + properties + "\nEND:VEVENT\nEND:VCALENDAR\n";
  }
}
