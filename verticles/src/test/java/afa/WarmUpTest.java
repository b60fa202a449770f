package afa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import afa.archive.ArchiveConfig;
import afa.delivery.DeliveryConfig;
import afa.front.FrontConfig;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
  private static final Settings DEFAULTS = Settings.read(Path.of("no.such.file"));

  @Test
  void servesItselfAndLeavesNothingBehind() throws IOException {
    SimpleMeterRegistry node = new SimpleMeterRegistry();
    Metrics.addRegistry(node);
    Set<String> before = ours(node); // of tests that ran before in this process
    warmUp(); // what is loaded once stays: jars, the native transport
    Set<String> threads = threads();
    long sockets = sockets();
    WarmUp again = warmUp();
    assertThat(again.served()).isPositive();
    await().untilAsserted(() -> assertThat(threads).containsAll(threads()));
    await().untilAsserted(() -> assertThat(sockets()).isLessThanOrEqualTo(sockets));
    assertThat(before).containsAll(ours(node));
    Metrics.removeRegistry(node);
  }

  @Test
  void isNotBegunWhenThereIsNoTimeForIt() {
    WarmUp none = WarmUp.begin(settings(Duration.ZERO, DEFAULTS.front()));
    none.finish();
    assertThat(none.served()).isZero();
  }

  @Test
  void failsInSilence() {
    // No room for anybody: each is sent away.
    FrontConfig full = new FrontConfig(Duration.ofSeconds(30), 0, 100);
    WarmUp failing = WarmUp.begin(settings(Duration.ofSeconds(10), full));
    failing.finish();
    assertThat(threads()).doesNotContain("warm-up");
  }

  private static WarmUp warmUp() {
    WarmUp warmUp = WarmUp.begin(settings(Duration.ofMillis(1), DEFAULTS.front()));
    await().until(() -> warmUp.served() > 0);
    warmUp.finish();
    return warmUp;
  }

  private static Settings settings(Duration warmUp, FrontConfig front) {
    DeliveryConfig delivery = DEFAULTS.delivery();
    ArchiveConfig archive = DEFAULTS.archive();
    return new Settings(warmUp, front, delivery, archive, DEFAULTS.store(), DEFAULTS.console());
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("vert.x") || name.startsWith("warm-up"))
        .collect(Collectors.toSet());
  }

  private static long sockets() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      List<Path> open = files.toList();
      return open.stream().filter(WarmUpTest::isSocket).count();
    }
  }

  private static boolean isSocket(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("socket:");
    } catch (IOException closed) {
      return false;
    }
  }

  private static Set<String> ours(SimpleMeterRegistry node) {
    return node.getMeters().stream()
        .map(meter -> meter.getId().getName())
        .filter(name -> name.startsWith("afa."))
        .collect(Collectors.toSet());
  }
}
