package afa.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

final class LostWriteTest {
  private static final StackTraceElement FAIL = frame("io.vertx.core.Promise", "fail");
  private static final StackTraceElement COMPLETE = frame("io.vertx.core.Promise", "complete");
  private static final StackTraceElement LOOP = frame("io.netty.channel.EventLoop", "run");
  private static final StackTraceElement OURS = frame("afa.store.StoreVerticle", "append");
  private static final StackTraceElement CONNECTION =
      frame("io.vertx.core.eventbus.impl.clustered.OutboundConnection", "writeMessage");

  @Test
  void isWhatVertxThrowsByItself() {
    assertThat(LostWrite.is(thrown(FAIL, COMPLETE, LOOP))).isTrue();
  }

  @Test
  void isWhatVertxThrowsToWhoeverSends() {
    assertThat(LostWrite.is(thrown(FAIL, COMPLETE, CONNECTION, OURS, LOOP))).isTrue();
  }

  @Test
  void aPromiseThatWeFailTwiceIsOurDefect() {
    Promise<String> promise = Promise.promise();
    promise.fail("once");
    assertThat(LostWrite.is(catchThrowable(() -> promise.fail("twice")))).isFalse();
  }

  @Test
  void nothingElseIs() {
    assertThat(LostWrite.is(thrown(COMPLETE, LOOP))).isFalse();
    assertThat(LostWrite.is(thrown())).isFalse();
    assertThat(LostWrite.is(new RuntimeException("fail"))).isFalse();
  }

  private static Throwable thrown(StackTraceElement... frames) {
    Throwable thrown = new IllegalStateException("Promise already completed");
    thrown.setStackTrace(frames);
    return thrown;
  }

  private static StackTraceElement frame(String type, String method) {
    return new StackTraceElement(type, method, null, -1);
  }
}
