package afa.chaos;

import afa.chaos.checker.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** All readers: every second one by streams, every fourth one from now on instead of from the start. */
final class Audience {
  private static final int LONGEST_END = 15_000;

  private final Map<Path, Follower> followers = new LinkedHashMap<>(); // by ledger
  private final List<Thread> threads = new ArrayList<>();

  /** Everybody comes within some seconds. */
  Audience(ClusterStage stage, ClusterPlan plan, String path) throws IOException {
    Path home = Files.createDirectories(plan.home().resolve("ledgers"));
    for (int i = 0; i < plan.readers(); i++) {
      boolean streams = i % 2 == 0;
      Random random = new Random(plan.seed() * 31 + i);
      Random chance = new Random(random.nextLong());
      Path file = home.resolve((streams ? "stream-" : "poll-") + i + ".tsv");
      boolean now = i % 8 > 5;
      followers.put(
          file,
          streams
              ? new StreamFollower(path, () -> stage.door(chance.nextDouble()), file, now, random)
              : new PollFollower(path, () -> stage.door(chance.nextDouble()), file, now, random));
    }
    followers.forEach(
        (file, follower) -> threads.add(new Thread(follower, file.getFileName().toString())));
  }

  void come() throws InterruptedException {
    for (Thread thread : threads) {
      thread.setDaemon(true);
      thread.start();
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /** Whether all have what there is. */
  boolean hasAll(long head) {
    return followers.values().stream().allMatch(follower -> follower.n() >= head);
  }

  void leave() throws InterruptedException {
    followers.values().forEach(Follower::end);
    for (Thread thread : threads) thread.join(LONGEST_END);
  }

  /** Their ledgers by name, as they stand in the files. */
  Map<String, Supplier<List<Entry>>> histories() {
    Map<String, Supplier<List<Entry>>> histories = new LinkedHashMap<>();
    followers
        .keySet()
        .forEach(file ->
            histories.put(file.getFileName().toString().replace(".tsv", ""), () -> history(file)));
    return histories;
  }

  private static List<Entry> history(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.map(Entry::parse).toList();
    } catch (IOException lost) {
      throw new UncheckedIOException("a ledger cannot be read", lost);
    }
  }
}
