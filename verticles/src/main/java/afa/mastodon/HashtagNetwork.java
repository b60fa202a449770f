package afa.mastodon;

import afa.source.Harvest;
import afa.source.SourceContext;
import afa.source.SourceFailure;
import afa.source.SourceProblem;
import afa.source.StreamReader;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.function.Consumer;

/** A hashtag at a server, followed by its stream; what was missed is asked for. */
final class HashtagNetwork implements StreamReader.Network {
  private final SourceContext context;
  private final MastodonSite site;
  private final String tag;
  private final StatusIntake intake;
  private final HashtagTimeline timeline;
  private final Consumer<SourceProblem> refused;

  /**
   * @param refused told when the server does not want to stream to us
   */
  HashtagNetwork(
      SourceContext context, MastodonSite site, String tag, Consumer<SourceProblem> refused) {
    this.context = context;
    this.site = site;
    this.tag = tag;
    this.intake = new StatusIntake(context.source(), context.counters(), site.ids(), site::decides);
    this.timeline = new HashtagTimeline(site, tag, intake);
    this.refused = refused;
  }

  @Override
  public Future<StreamReader.Connection> connect(String cursor) {
    return site.instance()
        .compose(instance -> connect(instance, cursor))
        .onFailure(failure -> site.forgetInstance());
  }

  private Future<StreamReader.Connection> connect(Instance instance, String cursor) {
    return site.client().stream(instance, tag)
        .<StreamReader.Connection>map(response -> new MastodonConnection(
            context.vertx(),
            response,
            site.parser(instance),
            intake,
            site.config().tuning().stall(),
            cursor))
        .onFailure(failure -> {
          SourceProblem problem = SourceFailure.problem(failure);
          if (problem.needsPerson()) refused.accept(problem);
        });
  }

  @Override
  public Future<Harvest> catchUp(String cursor, Instant now) {
    return timeline.look(cursor, now);
  }
}
