package afa.site.archive;

import afa.feed.EventInfo;
import afa.site.JsonLd;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;

/** An event in the words of schema.org, for programs that read pages. */
final class EventLd {
  private EventLd() {}

  static String json(EventInfo info) {
    ZoneId zone = ZoneId.of(info.timeZone());
    JsonObject event = new JsonObject()
        .put("@context", "https://schema.org")
        .put("@type", "Event")
        .put("name", info.name())
        .put("url", "/events/" + info.event())
        .put("startDate", info.from().atZone(zone).toOffsetDateTime().toString())
        .put("endDate", info.to().atZone(zone).toOffsetDateTime().toString())
        .put("eventStatus", "https://schema.org/EventScheduled");
    return JsonLd.inPage(event);
  }
}
