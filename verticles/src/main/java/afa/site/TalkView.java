package afa.site;

import afa.feed.VenueTime;
import afa.schedule.Person;
import afa.schedule.Talk;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A talk that is on, as the header shows it.
 *
 * @param path of its page
 * @param speakers one text, empty when nobody is named
 * @param until {@code 14:45}, venue time
 */
record TalkView(String path, String title, String speakers, String room, String until) {

  static List<TalkView> of(String event, List<Talk> talks, VenueTime venue) {
    return talks.stream()
        .map(talk -> new TalkView(
            "/events/" + event + "/talks/" + talk.id(),
            talk.title(),
            names(talk.speakers()),
            talk.room(),
            venue.time(talk.end())))
        .toList();
  }

  private static String names(List<Person> speakers) {
    return speakers.stream().map(Person::name).collect(Collectors.joining(", "));
  }
}
