package afa.syndication;

import afa.source.Backoff.Cause;
import afa.source.Harvest;
import afa.source.PollReader;
import afa.source.SourceContext;
import afa.source.SourceCounters;
import afa.source.SourceFailure;
import afa.source.SourceProblem;
import afa.syndication.FeedNews.News;
import afa.syndication.FeedParser.Page;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Looks at one feed: asks, reads, compares. */
final class FeedPoll implements PollReader.Poll {
  private final SourceContext context;
  private final SyndicationConfig config;
  private final FeedClient client;
  private final URI address;
  private boolean gone;

  FeedPoll(SourceContext context, SyndicationConfig config, FeedClient client, URI address) {
    this.context = context;
    this.config = config;
    this.client = client;
    this.address = address;
  }

  @Override
  public Future<Harvest> poll(String cursor, Instant now) {
    FeedCursor known = cursor == null
        ? FeedCursor.first(address.toString(), config.limit(now))
        : FeedCursor.read(cursor);
    if (gone) return Future.failedFuture(failure(Cause.REFUSED, "is gone for good (HTTP 410)"));
    return ask(known)
        .compose(answer -> harvest(answer, known, now))
        .recover(failure -> Future.failedFuture(named(failure)));
  }

  /** Where a redirect for good led astray, the configured address still counts. */
  private Future<FeedAnswer> ask(FeedCursor known) {
    URI there = URI.create(known.address());
    Future<FeedAnswer> answer = client.ask(there, known.etag(), known.lastModified());
    if (there.equals(address)) return answer;
    return answer.transform(came -> isLost(came) ? client.ask(address, null, null) : answer);
  }

  private static boolean isLost(AsyncResult<FeedAnswer> came) {
    if (came.succeeded()) return came.result().status() == 410;
    SourceProblem problem = SourceFailure.problem(came.cause());
    return problem.cause() != Cause.LIMIT && problem.notBefore() == null;
  }

  private Future<Harvest> harvest(FeedAnswer answer, FeedCursor known, Instant now) {
    if (answer.status() == 304) return Future.succeededFuture(Harvest.of(List.of(), null));
    if (answer.status() == 410) {
      gone = true;
      return Future.failedFuture(failure(Cause.REFUSED, "is gone for good (HTTP 410)"));
    }
    return context
        .vertx()
        .executeBlocking(() -> read(answer, now)) // a large feed takes a second
        .map(page -> {
          Instant claimed = context.coverage().coverage().end().orElse(Instant.EPOCH);
          News news = FeedNews.of(page.entries(), answer, known, claimed, now);
          count(page, news);
          return news.harvest();
        });
  }

  private Page read(FeedAnswer answer, Instant now) {
    try {
      String text = FeedText.of(
          answer.body().getBytes(), answer.contentType(), config.tuning().mostBytes());
      return FeedParser.parse(text, address, answer.base(), now);
    } catch (FeedDefect defect) {
      throw failure(Cause.SERVER, defect.getMessage());
    } catch (RuntimeException unexpected) {
      throw failure(Cause.SERVER, "cannot be read: " + unexpected.getClass().getSimpleName());
    }
  }

  private void count(Page page, News news) {
    SourceCounters counters = context.counters();
    news.harvest().posts().forEach(post -> counters.received());
    for (int i = 0; i < news.old(); i++) {
      counters.received();
      counters.filtered();
    }
    for (int i = 0; i < page.malformed(); i++) {
      counters.received();
      counters.malformed();
    }
  }

  /** What is no failure of the feed is a defect of ours, and goes on as it is. */
  private Throwable named(Throwable failure) {
    if (!(failure instanceof SourceFailure told)) return failure;
    SourceProblem problem = told.problem();
    String sentence = FeedAddress.name(address) + " " + problem.sentence();
    return new SourceFailure(new SourceProblem(problem.cause(), sentence, problem.notBefore()));
  }

  private static SourceFailure failure(Cause cause, String sentence) {
    return new SourceFailure(SourceProblem.of(cause, sentence));
  }
}
