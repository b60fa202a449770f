package afa.site.search;

import afa.feed.EventInfo;
import afa.feed.VenueTime;
import afa.library.Cursor;
import afa.library.Found;
import afa.site.CardView;
import afa.site.Entry;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A card among results.
 *
 * @param event name of its event
 * @param zone IANA name of its venue's time zone
 * @param around address of its place among the others of its day
 */
record Result(CardView card, String event, String zone, String around) {

  /**
   * @param place on the page, from 1: numbers of posts are of one event only
   */
  static Result of(Found found, long place, EventInfo event, Instant now) {
    ZoneId zone = ZoneId.of(event.timeZone());
    Entry entry = new Entry(place, found.post(), found.isRevised());
    CardView card = CardView.of(entry, new VenueTime(zone), now);
    Cursor before = new Cursor(found.post().postedAt(), found.event(), found.n() - 1);
    String around = "/events/" + found.event() + "/days/"
        + found.post().postedAt().atZone(zone).toLocalDate() + "?after=" + before + "#u"
        + found.n();
    CardView marked = card.marked(found.text(), found.marked());
    return new Result(marked, event.name(), event.timeZone(), around);
  }
}
