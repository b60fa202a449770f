package afa.rehearsal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A talk of the rehearsed conference.
 *
 * @param slug lower-case letters, digits and {@code -}; what posts refer to
 * @param summary its abstract
 * @param minutes how long it takes
 * @param isBreak whether it is coffee, lunch or the like: nothing else runs beside it
 */
public record ScriptTalk(
    String slug,
    String title,
    @JsonProperty("abstract") String summary,
    List<Speaker> speakers,
    String room,
    int minutes,
    @JsonProperty("break") boolean isBreak) {

  public ScriptTalk {
    summary = summary == null ? "" : summary;
    speakers = speakers == null ? List.of() : List.copyOf(speakers);
    room = room == null ? "Main hall" : room;
    minutes = minutes <= 0 ? 30 : minutes;
  }

  /** Who gives it; {@code handle} is absent for those who do not post. */
  public record Speaker(String name, String handle) {}
}
