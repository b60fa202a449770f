package afa.benchmarks.placement;

import afa.feed.Author;
import afa.feed.Post;
import afa.schedule.Person;
import afa.schedule.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Made-up people who sit somewhere and write. What they write is made without looking at how it
 * will be judged: most words tell nothing, some signs mislead, some come late.
 */
final class Crowd {
  private static final int POSTS_PER_TALK = 12;

  private final Difficulty difficulty;
  private final Random random;
  private final Language language;
  private final Programme programme;
  private final List<Said> said = new ArrayList<>();
  private int posts;

  Crowd(Difficulty difficulty, Random random, Language language, Programme programme) {
    this.difficulty = difficulty;
    this.random = random;
    this.language = language;
    this.programme = programme;
  }

  /** All they said, in order. */
  List<Said> speak() {
    for (Subject subject : programme.subjects) {
      // Some fill a hall, some a bench.
      int many = 2 + random.nextInt(POSTS_PER_TALK * 2 - 3);
      for (int i = 0; i < many; i++) about(subject);
      double about = many / (1 - difficulty.hallway());
      for (int i = 0; i < Math.round(about - many); i++) beside(subject);
    }
    said.sort(Comparator.comparing((Said one) -> one.post().postedAt()));
    return said;
  }

  private void about(Subject subject) {
    Instant moment = moment(subject);
    String text = text(subject) + signs(subject.talk(), 1);
    Post post = post(attendee(subject), text, moment, null);
    said.add(new Said(post, subject.talk().id()));
    if (random.nextInt(5) == 0) answer(post, subject);
  }

  /** Mostly while it is on, often soon after, now and then in the evening. */
  private Instant moment(Subject subject) {
    long length = Duration.between(subject.begins(), subject.ends()).toSeconds();
    double kind = random.nextDouble();
    if (kind < 0.72)
      return subject.begins().plusSeconds((long) (60 + random.nextDouble() * length));
    if (kind < 0.94)
      return subject.ends().plusSeconds((long) (-900 * Math.log(1 - random.nextDouble())));
    return subject.ends().plusSeconds(3_600 + random.nextInt(36_000));
  }

  private String text(Subject subject) {
    StringBuilder text = new StringBuilder();
    int words = 4 + random.nextInt(14);
    boolean telling = random.nextInt(4) > 0; // every fourth says no more than "what a talk"
    for (int i = 0; i < words; i++) {
      double kind = random.nextDouble();
      if (telling && kind < 0.08)
        text.append(subject.own().get(random.nextInt(subject.own().size())));
      else if (telling && kind < 0.28)
        text.append(language.ofTopic(subject.topics().get(random.nextInt(2))));
      else text.append(language.common());
      text.append(' ');
    }
    return text.toString();
  }

  /** Of every seven or so that point somewhere one points to another talk. */
  private String signs(Talk talk, double often) {
    StringBuilder signs = new StringBuilder();
    Talk meant = random.nextInt(7) == 0 ? anyTalk() : talk;
    if (chance(0.12 * often) && !meant.hashtags().isEmpty())
      signs.append(" #").append(meant.hashtags().get(0));
    Person speaker = meant.speakers().get(0);
    if (chance(0.12 * often)) signs.append(" @").append(speaker.id());
    if (chance(0.05 * often)) signs.append(' ').append(speaker.name());
    if (chance(0.05 * often)) signs.append(' ').append(meant.room());
    return signs.toString();
  }

  private boolean chance(double usual) {
    return random.nextDouble() < usual * difficulty.signs();
  }

  private Talk anyTalk() {
    return programme.subjects.get(random.nextInt(programme.subjects.size())).talk();
  }

  /** The queue, the weather, dinner of last night; also with speakers, topics and rooms. */
  private void beside(Subject subject) {
    Instant moment = subject.begins().plusSeconds(random.nextInt(3_900));
    StringBuilder text = new StringBuilder();
    int topic = language.topic();
    for (int i = 4 + random.nextInt(14); i > 0; i--) {
      text.append(random.nextInt(8) == 0 ? language.ofTopic(topic) : language.common())
          .append(' ');
    }
    Post post = post("p" + random.nextInt(300), text + signs(anyTalk(), 0.4), moment, null);
    said.add(new Said(post, null));
    if (random.nextInt(6) == 0) answer(post, null);
  }

  /** A quarter of the answers is about something else. */
  private void answer(Post parent, @Nullable Subject subject) {
    boolean strays = random.nextInt(4) == 0;
    Instant moment =
        parent.postedAt().plusSeconds(30 + (long) (-1_200 * Math.log(1 - random.nextDouble())));
    StringBuilder text = new StringBuilder();
    for (int i = 2 + random.nextInt(8); i > 0; i--)
      text.append(language.common()).append(' ');
    if (!strays && subject != null && random.nextBoolean()) {
      text.append(language.ofTopic(subject.topics().get(0)));
    }
    Post post = post("p" + random.nextInt(300), text.toString(), moment, parent.id());
    said.add(new Said(post, strays || subject == null ? null : subject.talk().id()));
  }

  /** Every talk has those who write, and each of them writes elsewhere too. */
  private String attendee(Subject subject) {
    boolean regular = random.nextInt(3) > 0;
    int seat = Math.floorMod(subject.talk().id().hashCode(), 60) * 5 + random.nextInt(5);
    return "p" + (regular ? seat : random.nextInt(300));
  }

  private Post post(String author, String text, Instant moment, @Nullable String replyTo) {
    return Post.builder("x", "g" + posts++)
        .author(new Author(author, author, null, null))
        .text(text.strip() + " #conf")
        .postedAt(moment)
        .replyTo(replyTo)
        .receivedAt(moment);
  }
}
