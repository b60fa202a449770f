package afa.mastodon;

import afa.source.Displayed;
import afa.source.SourceOwner;
import afa.source.SourceReader;
import afa.source.Tenure;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the posts of an event from Mastodon into its log. One in the cluster reads, the others
 * stand by.
 */
public final class MastodonStreamVerticle extends VerticleBase {
  private final String event;
  private final MastodonConfig config;
  private List<MastodonSite> sites = List.of();
  private SourceOwner owner;

  /**
   * @param event whose log gets the posts
   */
  public MastodonStreamVerticle(String event, MastodonConfig config) {
    this.event = event;
    this.config = config;
  }

  @Override
  public Future<?> start() {
    sites = config.servers().stream()
        .map(server -> new MastodonSite(vertx, config, server))
        .toList();
    owner = new SourceOwner(vertx, event, MastodonSource.NAME, this::readers);
    return owner.start();
  }

  private List<SourceReader> readers(Tenure tenure) {
    List<SourceReader> readers = new ArrayList<>();
    Absences absences = new Absences(sites.size());
    for (MastodonSite site : sites) {
      List<HashtagPart> parts =
          config.tags().stream().map(tag -> new HashtagPart(tenure, site, tag)).toList();
      readers.addAll(parts);
      Displayed displayed =
          new Displayed(vertx, event, MastodonSource.NAME, DisplayCheck.MOST_DISPLAYED);
      readers.add(new DisplayCheck(vertx, site, displayed, absences, parts.get(0)::context));
    }
    return readers;
  }

  @Override
  public Future<?> stop() {
    return owner
        .stop()
        .eventually(() -> Future.join(sites.stream().map(MastodonSite::close).toList()));
  }
}
