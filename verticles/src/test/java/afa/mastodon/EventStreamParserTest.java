package afa.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamParserTest {
  /** With a heartbeat right before an event, and cut off within the next heartbeat. */
  private static final String STREAM = String.join(
      "",
      ":)\n:thump\nevent: update\ndata: {\"text\":\"Möwe 🎉\"}\n\n",
      ":thump\n:thump\nevent: delete\ndata: 117000000000000002\n\n",
      "event: filters_changed\n\n:thump\n",
      "event: two\r\ndata: a\r\ndata:b\r\n\r\n",
      "data\n\n\n\nid: 7\nretry: 1\nunknown\n\nevent: cut\ndata: off\n:");

  private final List<String> events = new ArrayList<>();

  @Test
  void eventsAreTheSameHoweverTheyAreCut() {
    byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
    parser(1_000).read(bytes);
    List<String> whole = List.copyOf(events);
    assertThat(whole)
        .containsExactly(
            "update={\"text\":\"Möwe 🎉\"}",
            "delete=117000000000000002",
            "filters_changed=",
            "two=a\nb",
            "=");
    for (int cut = 0; cut <= bytes.length; cut++) {
      events.clear();
      EventStreamParser parser = parser(1_000);
      parser.read(Arrays.copyOfRange(bytes, 0, cut));
      parser.read(Arrays.copyOfRange(bytes, cut, bytes.length));
      assertThat(events).isEqualTo(whole);
    }
    events.clear();
    EventStreamParser parser = parser(1_000);
    for (byte b : bytes) parser.read(new byte[] {b});
    assertThat(events).isEqualTo(whole);
  }

  @Test
  void anEventThatIsTooLongIsDroppedAndTheNextIsRead() {
    EventStreamParser parser = parser(50);
    parser.read(
        ("event: update\ndata: " + "x".repeat(500) + "\n\n").getBytes(StandardCharsets.UTF_8));
    parser.read(
        "data: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n".repeat(9).getBytes(StandardCharsets.UTF_8));
    parser.read("\nevent: update\ndata: next\n\n".getBytes(StandardCharsets.UTF_8));
    assertThat(events).containsExactly("too long", "too long", "update=next");
  }

  @Test
  void bytesThatAreNoTextDoNoHarm() {
    EventStreamParser parser = parser(1_000);
    parser.read(new byte[] {'d', 'a', 't', 'a', ':', (byte) 0xff, (byte) 0xc3, '\n', '\n'});
    assertThat(events).hasSize(1);
  }

  private EventStreamParser parser(int most) {
    return new EventStreamParser(
        new EventStreamParser.Listener() {
          @Override
          public void event(String name, String data) {
            events.add(name + "=" + data);
          }

          @Override
          public void tooLong() {
            events.add("too long");
          }
        },
        most);
  }
}
