package afa.supervisor;

import afa.bus.LostWrite;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One life of a unit: the verticles that were deployed for it, which come and go together. May be
 * used from any thread.
 */
public final class Crew {
  private final Vertx vertx;
  private final String verticle;
  private final Consumer<Throwable> thrown;
  private final List<Member> members = new CopyOnWriteArrayList<>();
  private final List<String> ids = new CopyOnWriteArrayList<>();
  private final List<Supplier<? extends Future<?>>> leftovers = new CopyOnWriteArrayList<>();
  private @Nullable Future<?> end; // of all of them, once that was asked for

  /**
   * @param thrown hears what its code lets escape
   */
  Crew(Vertx vertx, String verticle, Consumer<Throwable> thrown) {
    this.vertx = vertx;
    this.verticle = verticle;
    this.thrown = thrown;
  }

  /** The same verticle, watched from the moment it is deployed. */
  public Deployable watched(Deployable inner) {
    return new Deployable() {
      @Override
      public Future<?> deploy(Context context) throws Exception {
        members.add(new Member(context, inner.getClass().getPackageName()));
        context.put(LineMemory.VERTICLE, verticle);
        context.exceptionHandler(LostWrite.apartFrom(thrown::accept));
        return inner.deploy(context);
      }

      @Override
      public Future<?> undeploy(Context context) throws Exception {
        return inner.undeploy(context);
      }
    };
  }

  /** A verticle was deployed; one that comes after the end is sent away again. */
  public void deployed(String id) {
    synchronized (this) {
      ids.add(id);
      if (end == null) return;
    }
    vertx.undeploy(id);
  }

  /** Undeploys all; completes when the last is gone, fails when one of them could not go well. */
  Future<?> end() {
    Promise<Void> gone = Promise.promise();
    synchronized (this) {
      if (end != null) return end;
      end = gone.future();
    }
    Future.join(ids.stream().map(vertx::undeploy).toList())
        .eventually(() -> Future.join(leftovers.stream().map(Supplier::get).toList()))
        .<Void>mapEmpty()
        .onComplete(gone);
    return gone.future();
  }

  /** What is to be closed once all verticles are gone, as they share it. */
  public void closeAfterwards(Supplier<? extends Future<?>> close) {
    leftovers.add(close);
  }

  /** Asks each event loop for a sign of life. */
  void ping() {
    members.forEach(Member::ping);
  }

  List<Member> members() {
    return members;
  }

  /** The worst wait of a task for one of its event loops since this was asked the last time. */
  Duration worstDelay() {
    return members.stream().map(Member::takeWorst).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  /** The longest that one of its event loops has owed a sign of life. */
  Duration unanswered() {
    return members.stream().map(Member::unanswered).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  /** What is said about the event loop that stands still longest, if one does and this is why. */
  Optional<String> blocking(Duration patience) {
    return members.stream()
        .filter(member -> member.unanswered().compareTo(patience) > 0)
        .flatMap(member -> member.ownFrame().stream()
            .map(frame -> "its event loop has stood still for "
                + member.unanswered().toSeconds() + " s at " + frame))
        .findFirst();
  }
}
