package afa.site.talk;

import afa.library.talk.ListedTalk;
import afa.schedule.Person;
import afa.schedule.Talk;
import afa.site.WebAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a talk, as pages show them.
 *
 * @param path of its page
 * @param day {@code Sunday 24 May 2026}
 * @param time {@code 14:00–14:45}
 * @param notice what became of it; absent when it is as planned
 * @param lang of title and summary; absent where nobody knows
 */
public record TalkHeader(
    String id,
    String path,
    String title,
    List<Speaker> speakers,
    String room,
    String track,
    String day,
    String time,
    Instant start,
    Instant end,
    @Nullable String notice,
    String summary,
    @Nullable String url,
    @Nullable String lang) {

  /**
   * Somebody who speaks.
   *
   * @param url a page of this person
   */
  public record Speaker(String name, @Nullable String url) {
    static Speaker of(Person person) {
      return new Speaker(
          person.name(),
          person.links().stream()
              .map(WebAddress::orNull)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null));
    }
  }

  public static TalkHeader of(String event, ListedTalk listed, When when) {
    Talk talk = listed.talk();
    return new TalkHeader(
        talk.id(),
        "/events/" + event + "/talks/" + talk.id(),
        talk.title(),
        talk.speakers().stream().map(Speaker::of).toList(),
        talk.room(),
        talk.track(),
        when.day(talk.start()),
        when.range(talk.start(), talk.end()),
        talk.start(),
        talk.end(),
        notice(listed),
        talk.summary(),
        WebAddress.orNull(talk.url()),
        lang(talk.language()));
  }

  private static @Nullable String notice(ListedTalk listed) {
    if (listed.talk().cancelled()) return "Cancelled";
    return listed.dropped() ? "Not on the programme any more" : null;
  }

  private static @Nullable String lang(String language) {
    return language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*") ? language : null;
  }
}
