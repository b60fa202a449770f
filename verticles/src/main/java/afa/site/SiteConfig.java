package afa.site;

import afa.database.DatabaseUrl;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the pages.
 *
 * @param mediaOrigins origins besides {@code https:} that photos and films may come from, such as
 *     {@code http://127.0.0.1:8095} of a rehearsal
 * @param database where the archive is; empty: pages that need it say that it is away
 */
public record SiteConfig(List<String> mediaOrigins, Optional<DatabaseUrl> database) {
  public SiteConfig {
    mediaOrigins = List.copyOf(mediaOrigins);
  }
}
