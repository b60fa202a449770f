package afa.supervisor;

import afa.message.NodeVitals;
import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** What the process uses, and what its counters say it has done. */
final class Vitals {
  private static final Path STATM = Path.of("/proc/self/statm");
  private static final long PAGE_BYTES = 4_096;

  private final MeterRegistry meters;
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private long busyNanos = system.getProcessCpuTime();
  private long atNanos = System.nanoTime();

  Vitals(MeterRegistry meters) {
    this.meters = meters;
  }

  NodeVitals read(Duration loopDelay) {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new NodeVitals(
        heap.getUsed(),
        heap.getMax(),
        resident(),
        Runtime.getRuntime().availableProcessors(),
        cpu(),
        Math.max(0, system.getSystemLoadAverage()),
        loopDelay.toNanos() / 1e6,
        readers(),
        counted("afa.store.added"),
        counted("afa.delivery.updates.delivered"),
        delayMillis());
  }

  /** Streams and long-polls that are open here. */
  long readers() {
    return gauged("afa.delivery.streams.open") + gauged("afa.delivery.polls.waiting");
  }

  /** The 99th percentile of the last minute; negative while there was nothing. */
  private double delayMillis() {
    Timer timer = meters.find("afa.delivery.delay").timer();
    if (timer == null) return -1;
    return Arrays.stream(timer.takeSnapshot().percentileValues())
        .filter(value -> value.percentile() == 0.99 && value.value() > 0)
        .mapToDouble(value -> value.value(TimeUnit.MILLISECONDS))
        .findFirst()
        .orElse(-1);
  }

  private long gauged(String name) {
    return (long) meters.find(name).gauges().stream()
        .mapToDouble(Gauge::value)
        .filter(Double::isFinite)
        .sum();
  }

  private long counted(String name) {
    return (long)
        meters.find(name).counters().stream().mapToDouble(Counter::count).sum();
  }

  /** Processors kept busy since this was asked the last time. */
  private double cpu() {
    long busy = system.getProcessCpuTime();
    long now = System.nanoTime();
    double processors = now == atNanos ? 0 : (busy - busyNanos) / (double) (now - atNanos);
    busyNanos = busy;
    atNanos = now;
    return processors;
  }

  private static long resident() {
    try {
      return Long.parseLong(Files.readString(STATM).split(" ", 3)[1]) * PAGE_BYTES;
    } catch (IOException | RuntimeException unknown) {
      return 0; // not Linux
    }
  }
}
