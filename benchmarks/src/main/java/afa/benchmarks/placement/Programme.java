package afa.benchmarks.placement;

import afa.schedule.Handle;
import afa.schedule.Person;
import afa.schedule.Schedule;
import afa.schedule.Talk;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A made-up programme of two days, and what really happens. */
final class Programme {
  private static final Instant FIRST = Instant.parse("2026-05-26T09:00:00Z");
  private static final int SLOTS = 8; // a day, with lunch in the middle

  final List<Subject> subjects = new ArrayList<>();
  final Schedule announced;
  final Schedule corrected;
  private final Random random;
  private final Language language;

  Programme(Difficulty difficulty, Random random, Language language) {
    this.random = random;
    this.language = language;
    for (int slot = 0; slot < 2 * SLOTS; slot++) {
      for (int track = 0; track < difficulty.tracks(); track++) subjects.add(subject(slot, track));
    }
    announced = Schedule.of(ZoneOffset.UTC, subjects.stream().map(Subject::talk).toList());
    for (int i = 0; i < difficulty.swaps(); i++) swap();
    corrected =
        Schedule.of(ZoneOffset.UTC, subjects.stream().map(Programme::asItWas).toList());
    if (difficulty.late() > 0) subjects.replaceAll(subject -> delayed(subject, difficulty.late()));
  }

  private static Talk asItWas(Subject subject) {
    return subject.talk().at(subject.begins(), subject.ends(), subject.talk().room());
  }

  private Subject subject(int slot, int track) {
    int inDay = slot % SLOTS;
    Instant begin = FIRST
        .plus(Duration.ofDays(slot / SLOTS))
        .plus(Duration.ofMinutes(inDay * 60L + (inDay >= SLOTS / 2 ? 60 : 0)));
    Instant end = begin.plus(Duration.ofMinutes(30 + 5L * random.nextInt(5)));
    List<Integer> topics = List.of(language.topic(), language.topic());
    List<String> own = language.words(12);
    String title = own.get(0) + " " + language.ofTopic(topics.get(0)) + " " + language.common();
    Talk talk =
        Talk.of("t" + slot + "-" + track, title, room(track), begin, Duration.between(begin, end));
    boolean tagged = random.nextInt(3) == 0;
    List<String> tags = tagged ? List.of(own.get(0) + slot) : List.of();
    return new Subject(
        talk.about(List.of(speaker(slot, track)), summary(topics, own), tags),
        topics,
        own,
        begin,
        end);
  }

  private static String room(int track) {
    return List.of("Great Hall", "Room 2", "Loft", "Studio B", "Room 5", "Cellar", "Dome", "Annex")
        .get(track);
  }

  /** Every third has no account that the programme names. */
  private Person speaker(int slot, int track) {
    String first = language.words(1).get(0);
    String name = first + " " + language.words(1).get(0) + "son";
    String account = first + slot + "x" + track;
    List<Handle> handles = random.nextInt(3) == 0 ? List.of() : List.of(new Handle("x", account));
    return new Person(account, name, handles, List.of());
  }

  /** A third of its own words, more of its topics, most of them anybody's. */
  private String summary(List<Integer> topics, List<String> own) {
    List<String> words = new ArrayList<>(own.subList(0, 4));
    for (int i = 0; i < 18; i++) words.add(language.ofTopic(topics.get(i % 2)));
    for (int i = 0; i < 30; i++) words.add(language.common());
    Collections.shuffle(words, random);
    return String.join(" ", words);
  }

  /** Two talks of one day change their times; rooms stay, as the speakers walk. */
  private void swap() {
    int one = random.nextInt(subjects.size());
    int two = random.nextInt(subjects.size());
    Subject a = subjects.get(one);
    Subject b = subjects.get(two);
    subjects.set(one, a.at(b.begins(), b.ends()));
    subjects.set(two, b.at(a.begins(), a.ends()));
  }

  private Subject delayed(Subject subject, int most) {
    Duration late = Duration.ofMinutes(random.nextInt(most + 1));
    return subject.at(subject.begins().plus(late), subject.ends().plus(late));
  }
}
