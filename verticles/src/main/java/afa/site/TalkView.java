package afa.site;

import afa.feed.VenueTime;
import afa.schedule.Person;
import afa.schedule.Talk;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A talk that is on, as the header shows it.
 *
 * @param speakers one text, empty when nobody is named
 * @param until {@code 14:45}, venue time
 */
record TalkView(String title, String speakers, String room, String until) {

  static List<TalkView> of(List<Talk> talks, VenueTime venue) {
    return talks.stream()
        .map(talk ->
            new TalkView(talk.title(), names(talk.speakers()), talk.room(), venue.time(talk.end())))
        .toList();
  }

  private static String names(List<Person> speakers) {
    return speakers.stream().map(Person::name).collect(Collectors.joining(", "));
  }
}
