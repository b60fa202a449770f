package afa.rehearsal.x;

import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.FaultOrder;
import afa.rehearsal.Faults;
import afa.rehearsal.Network;
import afa.rehearsal.SentPost;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Set;

/** The rehearsed X from behind the scenes: where players post and faults are made. */
final class XStage implements Network, Faults {
  private final XNetwork network;
  private final Stream stream;
  private final XFaults faults;

  XStage(XNetwork network, Stream stream, XFaults faults) {
    this.network = network;
    this.stream = stream;
    this.faults = faults;
  }

  @Override
  public String send(Draft draft) {
    return delivered(network.post(draft, network.now()));
  }

  @Override
  public String remember(Draft draft, Instant at) {
    return network.post(draft, at).key();
  }

  @Override
  public boolean has(String id) {
    return XNetwork.isId(id) && network.find(Long.parseLong(id)) != null;
  }

  @Override
  public String edit(String id, String text) {
    return delivered(network.edit(id, text));
  }

  /** X's stream does not tell of it; its lookup does. */
  @Override
  public void delete(String id) {
    network.delete(id);
  }

  private String delivered(SentPost post) {
    stream.deliver(post);
    return post.key();
  }

  @Override
  public Future<Void> inject(FaultOrder order) {
    return Faults.carriedOut(() -> faults.inject(order));
  }

  @Override
  public Set<Fault> known() {
    return XFaults.KNOWN;
  }

  @Override
  public Future<Void> calm() {
    faults.calm();
    return Future.succeededFuture();
  }
}
