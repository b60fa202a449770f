package afa.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.parser.Parser;

/** Reads a day of Devoxx: of cfp.dev, or of the older CFP until 2018. */
final class DevoxxJson {
  private final Collector collector = new Collector();

  /** Of cfp.dev: a list of slots with {@code fromDate}. */
  static Schedule slots(JsonNode slots, Times times) throws NotASchedule {
    DevoxxJson devoxx = new DevoxxJson();
    int index = 0;
    for (JsonNode slot : slots) devoxx.slot(new Draft("[" + index++ + "]"), slot, times);
    return devoxx.collector.schedule("cfp.dev", "", times);
  }

  /** Of the older one: {@code slots} with {@code fromTimeMillis}. */
  static Schedule old(JsonNode slots, Times times) throws NotASchedule {
    DevoxxJson devoxx = new DevoxxJson();
    int index = 0;
    for (JsonNode slot : slots) devoxx.oldSlot(new Draft("slots[" + index++ + "]"), slot);
    return devoxx.collector.schedule("Devoxx CFP", "", times);
  }

  private void slot(Draft draft, JsonNode slot, Times times) throws NotASchedule {
    JsonNode talk = slot.path("proposal");
    JsonNode type = slot.path("sessionType");
    draft.key("uid", Json.text(slot, "id"));
    draft.key("code", Json.text(talk, "id"));
    draft.start = times.moment(Json.text(slot, "fromDate"), doubt -> {}).orElse(null);
    draft.end = times.moment(Json.text(slot, "toDate"), doubt -> {}).orElse(null);
    draft.room = Texts.name(Json.text(slot, "room"));
    draft.type = type.path("isPause").asBoolean() ? "break" : Texts.name(Json.text(type, "name"));
    draft.title =
        Texts.name(Json.text(talk.isObject() ? talk : type, talk.isObject() ? "title" : "name"));
    draft.track = Texts.name(Json.text(talk, "track"));
    draft.summary = Texts.prose(Json.text(talk, "description"));
    for (JsonNode speaker : talk.path("speakers")) {
      String handle = Json.text(speaker, "twitterHandle");
      List<String> pages =
          Handle.ofX(handle).map(x -> List.of("https://x.com/" + x.name())).orElse(List.of());
      draft.person(Json.text(speaker, "id"), Json.text(speaker, "fullName"), pages);
    }
    collector.entry(draft);
  }

  private void oldSlot(Draft draft, JsonNode slot) throws NotASchedule {
    JsonNode talk = slot.path("talk");
    JsonNode pause = slot.path("break");
    draft.key("uid", Json.text(slot, "slotId"));
    draft.key("code", Json.text(talk, "id"));
    draft.start = moment(slot, "fromTimeMillis").orElse(null);
    draft.end = moment(slot, "toTimeMillis").orElse(null);
    draft.room = Texts.name(Json.text(slot, "roomName"));
    draft.type = pause.isObject() ? "break" : Texts.name(Json.text(talk, "talkType"));
    draft.title = decoded(talk.isObject() ? Json.text(talk, "title") : Json.text(pause, "nameEN"));
    draft.track = decoded(Json.text(talk, "track"));
    draft.language = Texts.name(Json.text(talk, "lang"));
    draft.summary = Texts.prose(Json.text(talk, "summary"));
    for (JsonNode speaker : talk.path("speakers")) {
      draft.person("", decoded(Json.text(speaker, "name")), List.of());
    }
    if (!talk.isObject() && !pause.isObject()) collector.unreadable(draft, "is a free slot");
    else collector.entry(draft);
  }

  private static Optional<Instant> moment(JsonNode slot, String field) {
    long millis = slot.path(field).asLong();
    return Times.sane(Instant.ofEpochMilli(millis));
  }

  private static String decoded(String text) {
    return Texts.name(Parser.unescapeEntities(text, false));
  }
}
