package afa.site;

import afa.feed.VenueTime;
import java.util.List;

/**
 * A talk that is on, as the header shows it.
 *
 * @param speakers one text, empty when nobody is named
 * @param until {@code 14:45}, venue time
 */
record TalkView(String title, String speakers, String room, String until) {

  static List<TalkView> of(List<Talk> talks, VenueTime venue) {
    return talks.stream()
        .map(talk -> new TalkView(
            talk.title(), String.join(", ", talk.speakers()), talk.room(), venue.time(talk.end())))
        .toList();
  }
}
