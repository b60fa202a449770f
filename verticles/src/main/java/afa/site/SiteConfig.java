package afa.site;

import java.util.List;
import java.util.Map;

/**
 * The settings of the pages.
 *
 * @param mediaOrigins origins besides {@code https:} that photos and films may come from, such as
 *     {@code http://127.0.0.1:8095} of a rehearsal
 * @param hashtags by event: what a contribution is tagged with, without {@code #}; an event that is
 *     not named gets no link to contribute
 */
public record SiteConfig(List<String> mediaOrigins, Map<String, String> hashtags) {
  public SiteConfig {
    mediaOrigins = List.copyOf(mediaOrigins);
    hashtags = Map.copyOf(hashtags);
  }
}
