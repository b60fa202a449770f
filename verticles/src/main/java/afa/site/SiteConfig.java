package afa.site;

import java.util.List;

/**
 * The settings of the pages.
 *
 * @param mediaOrigins origins besides {@code https:} that photos and films may come from, such as
 *     {@code http://127.0.0.1:8095} of a rehearsal
 */
public record SiteConfig(List<String> mediaOrigins) {
  public SiteConfig {
    mediaOrigins = List.copyOf(mediaOrigins);
  }
}
