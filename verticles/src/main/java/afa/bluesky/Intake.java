package afa.bluesky;

import afa.bluesky.JetstreamEvent.Account;
import afa.bluesky.JetstreamEvent.Commit;
import afa.bluesky.JetstreamEvent.Identity;
import afa.bluesky.JetstreamEvent.Operation;
import afa.bluesky.JetstreamEvent.Placed;
import afa.feed.Post;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Turns the events of one connection into posts and retractions, in their order. A post waits until
 * it is known who its author is and whether it may be shown, and what comes behind it waits too; so the cursor never passes a post that
 * is not handed on.
 */
final class Intake {
  private final Desk desk;
  private final Replay replay;
  private final Line line;

  Intake(Desk desk, Replay replay, Line line) {
    this.desk = desk;
    this.replay = replay;
    this.line = line;
  }

  /** An event came. */
  void take(Placed event) {
    replay.first(event.timeUs());
    line.reached(event.timeUs());
    if (event instanceof Commit commit) commit(commit);
    if (event instanceof Identity identity) desk.profiles().forget(identity.did());
    if (event instanceof Account account && !account.active()) gone(account.did());
    if (replay.ends(event.timeUs())) line.add(Future.succeededFuture(Line.CAUGHT_UP));
  }

  /** Should have been an event, and cannot be read. */
  void malformed() {
    desk.counters().received();
    desk.counters().malformed();
  }

  /** The account shows nothing more, so neither do we. */
  private void gone(String did) {
    List<String> gone = desk.shelf().of(did).stream().map(Shelf::identity).toList();
    if (!gone.isEmpty()) line.add(Future.succeededFuture(Line.gone(gone)));
  }

  private void commit(Commit commit) {
    if (commit.operation() == Operation.DELETE) {
      retract(commit.post());
      return;
    }
    ReadPost read = desk.parser().read(commit);
    if (read instanceof ReadPost.Shown shown) shown(shown, commit.operation());
    if (read instanceof ReadPost.Malformed) malformed();
    if (read instanceof ReadPost.Filtered) {
      desk.counters().received();
      desk.counters().filtered();
    }
    boolean isOut = !(read instanceof ReadPost.Shown) && commit.operation() == Operation.UPDATE;
    if (isOut) retract(commit.post());
  }

  /** Nearly all are posts of others; those go to the store with the next cursor, for it knows all. */
  private void retract(AtUri post) {
    String identity = Shelf.identity(post.toString());
    if (desk.shelf().has(post)) line.add(Future.succeededFuture(Line.gone(List.of(identity))));
    else line.later(identity);
  }

  private void shown(ReadPost.Shown post, Operation operation) {
    Instant now = Instant.now();
    desk.shelf().add(post.uri().toString());
    line.notLater(Shelf.identity(post.uri().toString()));
    line.add(desk.profiles()
        .get(post.uri().did())
        .compose(author -> desk.quotes().get(post.quoteOf()).map(quoted -> reasonToHide(author)
            .map(reason -> filtered(post, operation))
            .orElseGet(() -> handed(post.with(author, quoted.orElse(null), now)))))
        .otherwise(defect -> new Line.Item(null, List.of(), this::malformed)));
  }

  /** Why posts of an account are not shown, if so. */
  private Optional<String> reasonToHide(Profile author) {
    if (author.labels().isBot() && !desk.bots()) return Optional.of("a bot");
    return author.labels().reasonToHide();
  }

  private Line.Item filtered(ReadPost.Shown post, Operation operation) {
    List<String> gone =
        operation == Operation.UPDATE ? List.of(Shelf.identity(post.uri().toString())) : List.of();
    return new Line.Item(null, gone, () -> {
      desk.counters().received();
      desk.counters().filtered();
    });
  }

  /** Counted when it leaves: one that waits as its connection ends comes again. */
  private Line.Item handed(Post post) {
    return new Line.Item(post, List.of(), desk.counters()::received);
  }
}
