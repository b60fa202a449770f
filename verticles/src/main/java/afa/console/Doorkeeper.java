package afa.console;

import afa.message.Addresses;
import afa.message.LoginRefused;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks passwords, and lets whoever gives wrong ones wait. Used on the verticle's event loop. */
final class Doorkeeper {
  private static final Logger log = LoggerFactory.getLogger(Doorkeeper.class);

  /** A check takes a quarter of a second of one processor. */
  private static final int AT_ONCE = 2;

  private static final int LONGEST_PASSWORD = 1_000;

  /** Programs send their password each time. */
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private static final int MOST_REMEMBERED = 100;

  private record Known(Person person, long untilMillis) {}

  private final Vertx vertx;
  private final Audit audit;
  private final Users users;
  private final Seal memory = new Seal(Passwords.digest(SessionCookie.random()));
  private final Attempts attempts = new Attempts();
  private final Map<String, Known> known = new LinkedHashMap<>();
  private final LongSupplier clock;
  private int underWay;

  /**
   * @param clock in milliseconds, only goes forward
   */
  Doorkeeper(Vertx vertx, Audit audit, Users users, LongSupplier clock) {
    this.vertx = vertx;
    this.audit = audit;
    this.users = users;
    this.clock = clock;
  }

  /** Another console refused somebody. */
  void heard(LoginRefused refused) {
    if (!refused.node().equals(audit.node())) {
      attempts.failed(refused.address(), refused.user(), clock.getAsLong());
    }
  }

  /** Fails with a {@link Refusal}. */
  Future<Person> admit(String name, String password, String address) {
    long now = clock.getAsLong();
    String key = memory.sign("basic", name + "\n" + password);
    Known before = known.get(key);
    if (before != null && now < before.untilMillis()) {
      return Future.succeededFuture(before.person());
    }
    Duration wait = attempts.toWait(address, name, now);
    if (!wait.isZero()) return Future.failedFuture(Refusal.tooMany(wait));
    if (underWay >= AT_ONCE) return Future.failedFuture(Refusal.tooMany(Duration.ofSeconds(1)));
    attempts.failed(address, name, now); // until it is known to be right, as many may come at once
    return check(name, password).compose(right -> {
      if (!right) return refuse(name, address);
      attempts.succeeded(address, name);
      Person person = users.findOrNobody(name).person();
      remember(key, new Known(person, now + REMEMBERED.toMillis()));
      return Future.succeededFuture(person);
    });
  }

  private Future<Boolean> check(String name, String password) {
    if (password.length() > LONGEST_PASSWORD) return Future.succeededFuture(false);
    Users.Account account = users.findOrNobody(name);
    underWay++;
    return vertx
        .executeBlocking(() -> account.isPassword().test(password), false)
        .onComplete(checked -> underWay--);
  }

  private Future<Person> refuse(String name, String address) {
    String shown = Strangers.clean(name, 64);
    log.warn("Wrong password: user={} address={}", shown, Strangers.clean(address));
    Addresses.LOGIN_REFUSED.publish(
        vertx.eventBus(), new LoginRefused(audit.node(), shown, address, Instant.now()));
    audit.tell(shown, "login-refused", true, "A wrong password was given from " + address + ".");
    return Future.failedFuture(Refusal.unauthorized("name or password is wrong"));
  }

  private void remember(String key, Known person) {
    known.put(key, person);
    if (known.size() > MOST_REMEMBERED) known.remove(known.keySet().iterator().next());
  }
}
