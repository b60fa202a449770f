package afa;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NotJoinedTest {
  @Test
  void aNodeThatCannotJoinSaysSoAndAsksToBeStartedAgain() {
    var joining =
        CompletableFuture.<Vertx>failedFuture(new IllegalStateException("Node failed to start!"));
    assertThatThrownBy(() -> Node.joined(joining))
        .isInstanceOf(NotJoined.class)
        .hasMessageContaining("could not join its cluster")
        .hasRootCauseMessage("Node failed to start!");
  }

  @Test
  void whatAPersonMustChangeIsNotTriedAgain() {
    var joining = CompletableFuture.<Vertx>failedFuture(
        new UsageException("cluster.xml names no such network"));
    assertThatThrownBy(() -> Node.joined(joining)).isInstanceOf(UsageException.class);
  }
}
