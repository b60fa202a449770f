package afa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

final class ResponseOutletTest {
  private static final int ROOM = 3;

  private int waiting; // writes that nobody took
  private Handler<Void> drain;
  private int drained;

  @Test
  void heartbeatsThatNobodyTakesFillItUntilTheyAreTaken() {
    ResponseOutlet outlet = new ResponseOutlet(response());
    outlet.listener(new Outlet.Listener() {
      @Override
      public void drained() {
        drained++;
      }

      @Override
      public void gone() {}
    });
    for (int i = 1; i < ROOM; i++) outlet.send(":\n\n");
    assertThat(outlet.isReady()).isTrue();
    outlet.send(":\n\n");
    assertThat(outlet.isReady()).isFalse();
    waiting = 0;
    drain.handle(null);
    assertThat(outlet.isReady()).isTrue();
    assertThat(drained).isEqualTo(1);
  }

  /** Of which an outlet uses a handful of methods. */
  private HttpServerResponse response() {
    return (HttpServerResponse) Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {HttpServerResponse.class},
        (proxy, method, arguments) -> answer(proxy, method, arguments));
  }

  @SuppressWarnings("unchecked")
  private Object answer(Object response, Method method, Object[] arguments) {
    switch (method.getName()) {
      case "write" -> {
        waiting++;
        return Future.succeededFuture();
      }
      case "writeQueueFull" -> {
        return waiting >= ROOM;
      }
      case "closed", "ended" -> {
        return false;
      }
      case "drainHandler" -> drain = (Handler<Void>) arguments[0];
      default -> {}
    }
    return response;
  }
}
