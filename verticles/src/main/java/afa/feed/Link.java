package afa.feed;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A part of a text that leads somewhere.
 *
 * @param start first UTF-16 unit of the text that belongs to the link
 * @param end the unit after the last one; {@code 0 <= start < end <= text.length()}
 * @param url http or https
 */
public record Link(int start, int end, String url, Kind kind) {

  /** What the link leads to. */
  public enum Kind {
    @JsonProperty("link")
    @JsonEnumDefaultValue
    LINK,
    @JsonProperty("mention")
    MENTION,
    @JsonProperty("tag")
    TAG
  }
}
