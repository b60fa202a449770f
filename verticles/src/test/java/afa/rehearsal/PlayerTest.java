package afa.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import afa.rehearsal.Player.Cue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlayerTest {
  private static final Instant NOW = Instant.parse("2026-05-24T12:00:00Z");
  private final Conference conference = Conference.load(Conference.DEFAULT);
  private final ConferenceDay day = ConferenceDay.around(conference.talks(), NOW);
  private final Map<String, Draft> posted = new LinkedHashMap<>();
  private int last; // id of the newest post
  private final Network network = new PostedOnly();

  private List<Cue> play(long seed, int posts, Instant from, Duration step) {
    Player player = new Player(conference, day, new Random(seed));
    List<Cue> cues = new ArrayList<>();
    for (int i = 0; i < posts; i++) {
      Cue cue = player.next(from.plus(step.multipliedBy(i)), network);
      player.sent(cue, network.send(cue.draft()));
      cues.add(cue);
    }
    return cues;
  }

  @Test
  void noTextOfOneAuthorComesTwiceInARow() {
    List<Cue> cues = play(1, 3_000, NOW, Duration.ofSeconds(1));
    for (int i = 1; i < cues.size(); i++) {
      assertThat(cues.get(i).draft()).isNotEqualTo(cues.get(i - 1).draft());
    }
  }

  @Test
  void whatIsReferredToWasPostedBefore() {
    play(2, 2_000, NOW, Duration.ofSeconds(1)); // the network refuses anything else
    assertThat(posted.values()).extracting(Draft::kind).contains(PostKind.values());
  }

  @Test
  void talksToComeAreNotSpokenOf() {
    Map<String, ScriptPost> script = new LinkedHashMap<>();
    conference.posts().forEach(post -> script.put(post.key(), post));
    Duration step = Duration.ofMinutes(1);
    List<Cue> cues = play(3, 300, day.start(), step);
    for (int i = 0; i < cues.size(); i++) {
      ScriptPost card = script.get(cues.get(i).key());
      if (card == null || card.talk() == null) continue;
      assertThat(day.begun(day.start().plus(step.multipliedBy(i)))).contains(card.talk());
    }
  }

  @Test
  void theSameSeedPlaysTheSame() {
    List<Cue> once = play(4, 200, NOW, Duration.ofSeconds(1));
    posted.clear();
    last = 0;
    assertThat(play(4, 200, NOW, Duration.ofSeconds(1))).isEqualTo(once);
  }

  @Test
  void aDeletedPostIsNotAnsweredAnyMore() {
    Player player = new Player(conference, day, new Random(5));
    for (int i = 0; i < 1_000; i++) {
      Cue cue = player.next(NOW, network);
      player.sent(cue, network.send(cue.draft()));
      if (i % 2 == 0) network.delete(List.copyOf(posted.keySet()).get(posted.size() - 1));
    }
  }

  @Test
  void thePaceIsAboutWhatWasAskedFor() {
    Tempo tempo = new Tempo(day, new Random(6));
    Duration all = Duration.ZERO;
    int posts = 0;
    Duration day = Duration.ofHours(8);
    while (all.compareTo(day) < 0) {
      all = all.plus(tempo.pause(NOW.plus(all), 1));
      posts++;
    }
    assertThat(posts / (double) day.toSeconds()).isBetween(0.8, 1.4);
  }

  /** A network that insists on knowing what a post refers to. */
  private final class PostedOnly implements Network {
    @Override
    public String send(Draft draft) {
      if (draft.of() != null) assertThat(posted).containsKey(draft.of());
      String id = Integer.toString(++last);
      posted.put(id, draft);
      return id;
    }

    @Override
    public String remember(Draft draft, Instant at) {
      return send(draft);
    }

    @Override
    public boolean has(String id) {
      return posted.containsKey(id);
    }

    @Override
    public String edit(String id, String text) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String id) {
      posted.remove(id);
    }
  }
}
