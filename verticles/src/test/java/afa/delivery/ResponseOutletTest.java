package afa.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

final class ResponseOutletTest {
  private static final int ROOM = 3;

  private final Deque<Promise<Void>> waiting = new ArrayDeque<>(); // writes that nobody took
  private Handler<Void> drain;
  private int drained;

  @Test
  void whatNobodyTakesFillsItUntilItIsTaken() {
    ResponseOutlet outlet = outlet();
    for (int i = 1; i < ROOM; i++) outlet.send(page(), 0, 1);
    assertThat(outlet.isReady()).isTrue();
    outlet.send(page(), 0, 1);
    assertThat(outlet.isReady()).isFalse();
    waiting.clear();
    drain.handle(null);
    assertThat(outlet.isReady()).isTrue();
    assertThat(drained).isEqualTo(1);
  }

  @Test
  void aHeartbeatThatIsStillThereAtTheNextOneFillsIt() {
    ResponseOutlet outlet = outlet();
    outlet.send(":\n\n");
    assertThat(outlet.isReady()).isTrue();
    outlet.send(":\n\n");
    assertThat(outlet.isReady()).isFalse();
    waiting.remove().complete();
    assertThat(outlet.isReady()).isFalse();
    waiting.remove().complete();
    assertThat(outlet.isReady()).isTrue();
    assertThat(drained).isEqualTo(1);
  }

  private static Page page() {
    Page page = new Page(0, 1_000);
    page.append("data: ".getBytes(US_ASCII), "{}".getBytes(US_ASCII));
    return page;
  }

  private ResponseOutlet outlet() {
    ResponseOutlet outlet = new ResponseOutlet(response());
    outlet.listener(new Outlet.Listener() {
      @Override
      public void drained() {
        drained++;
      }

      @Override
      public void gone() {}
    });
    return outlet;
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
        waiting.add(Promise.promise());
        return waiting.getLast().future();
      }
      case "writeQueueFull" -> {
        return waiting.size() >= ROOM;
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
