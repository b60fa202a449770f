package afa.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens in one room at one time.
 *
 * @param id stable over imports as far as the source allows; letters, digits, {@code -} and
 *     {@code _}, at most 80, so that it can stand in an address
 * @param keys what the source calls it, the strongest first: {@code guid:…}, {@code uid:…},
 *     {@code code:…}, {@code slug:…}, {@code id:…}
 * @param title never blank
 * @param end not before {@code start}
 * @param room empty where the source names none
 * @param track empty where there is none
 * @param type the source's word for it, such as {@code lecture}
 * @param language as the source writes it, mostly {@code en}
 * @param summary plain text: abstract and description
 * @param url its page, http or https
 * @param hashtags of this talk alone, lower case, without {@code #}
 * @param cancelled whether the source says that it will not happen
 */
public record Talk(
    String id,
    List<String> keys,
    String title,
    Instant start,
    Instant end,
    String room,
    String track,
    String type,
    String language,
    List<Person> speakers,
    String summary,
    @Nullable String url,
    List<String> hashtags,
    boolean cancelled) {

  public Talk {
    keys = keys == null ? List.of() : List.copyOf(keys);
    room = room == null ? "" : room;
    track = track == null ? "" : track;
    type = type == null ? "" : type;
    language = language == null ? "" : language;
    speakers = speakers == null ? List.of() : List.copyOf(speakers);
    summary = summary == null ? "" : summary;
    hashtags = hashtags == null ? List.of() : List.copyOf(hashtags);
  }

  /** A talk with nothing but what it must have. */
  public static Talk of(String id, String title, String room, Instant start, Duration length) {
    return new Talk(
        id,
        List.of(),
        title,
        start,
        start.plus(length),
        room,
        "",
        "",
        "",
        List.of(),
        "",
        null,
        List.of(),
        false);
  }

  /** Whether it is on by the schedule. */
  public boolean isOn(Instant now) {
    return !cancelled && !now.isBefore(start) && now.isBefore(end);
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  /** The same by another id. */
  public Talk withId(String other) {
    return new Talk(
        other, keys, title, start, end, room, track, type, language, speakers, summary, url,
        hashtags, cancelled);
  }

  /** The same at another time in another room. */
  public Talk at(Instant otherStart, Instant otherEnd, String otherRoom) {
    return new Talk(
        id,
        keys,
        title,
        otherStart,
        otherEnd,
        otherRoom,
        track,
        type,
        language,
        speakers,
        summary,
        url,
        hashtags,
        cancelled);
  }

  /** The same, told about by these people, this text and these tags. */
  public Talk about(List<Person> who, String what, List<String> tags) {
    return new Talk(
        id, keys, title, start, end, room, track, type, language, who, what, url, tags, cancelled);
  }
}
