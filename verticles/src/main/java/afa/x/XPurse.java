package afa.x;

import afa.message.Addresses;
import afa.message.AppendPosts;
import afa.message.ReadCursor;
import afa.source.Tenure;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps what the budget reserves in the store, under a cursor of its own, so that neither a restart
 * nor a crash makes a day's posts to be spent twice.
 */
final class XPurse {
  /** The name of that cursor. */
  static final String PART = XStreamVerticle.SOURCE + ":budget";

  private final Tenure tenure;
  private final XClient client;
  private final XBudget budget;
  private Future<Void> last = Future.succeededFuture();
  private boolean opened;

  XPurse(Tenure tenure, XClient client, XBudget budget) {
    this.tenure = tenure;
    this.client = client;
    this.budget = budget;
  }

  /**
   * Completes when so many posts may be read, or all that the day has left. Fails with {@link
   * XFailure} when the store is away.
   */
  Future<Void> reserve(long posts) {
    // One after the other: a later reservation includes the earlier ones.
    last = last.transform(before -> open()).compose(ready -> store(posts)).recover(XPurse::away);
    return last;
  }

  /**
   * Asks for something that brings at most so many posts, once the store knows that they may be
   * read; until the answer is there nobody else may spend them.
   */
  <T> Future<T> paying(long posts, Supplier<Future<T>> request) {
    budget.hold(posts);
    return reserve(0).compose(reserved -> request.get()).eventually(() -> {
      budget.release(posts);
      return Future.succeededFuture();
    });
  }

  /** Gives back what was reserved and will not be read; fails when the store is away. */
  Future<Void> close() {
    if (!opened) return Future.succeededFuture();
    return last.transform(before -> write(budget.spent()));
  }

  private Future<Void> open() {
    if (opened) return Future.succeededFuture();
    return Addresses.READ_CURSOR
        .call(tenure.vertx().eventBus(), new ReadCursor(tenure.event(), PART))
        .map(stored -> {
          budget.resume(XReserved.parse(stored.cursor()));
          opened = true;
          return null;
        });
  }

  private Future<Void> store(long posts) {
    XReserved lacking = budget.lacking(posts, client.now()).orElse(null);
    if (lacking == null) return Future.succeededFuture();
    return write(lacking).onSuccess(stored -> budget.reserved(lacking));
  }

  private Future<Void> write(XReserved reserved) {
    AppendPosts request = new AppendPosts(tenure.event(), PART, List.of(), reserved.toString());
    return tenure.append(request).mapEmpty();
  }

  private static Future<Void> away(Throwable failure) {
    return Future.failedFuture(new XFailure(XProblem.of(XProblem.Kind.PAUSED, "")));
  }
}
