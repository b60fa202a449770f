package afa.rehearsal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Decides who posts what next. The script is played like a deck of cards, those about the talks of
 * the moment first; what is about talks to come waits. Between the cards people react to what was
 * just posted. After the last card all are shuffled again and come back a little different.
 */
public final class Player {
  private static final int SHARE_OF_REACTIONS = 4; // one in so many posts
  private static final int REMEMBERED = 40; // posts that may get a reaction
  private static final double TO_THE_POINT = 0.7;
  private static final double FAVOURED = 0.6; // part of the reposts that pass on the same one

  private final Conference conference;
  private final ConferenceDay day;
  private final Random random;
  private final boolean reacts;
  private final Reactions reactions;
  private final List<String> everybody;
  private final Map<String, ScriptPost> script = new HashMap<>();
  private final Map<String, String> ids = new HashMap<>(); // by key, of this round or the last
  private final Set<String> playedThisRound = new HashSet<>();
  private final List<ScriptPost> deck = new ArrayList<>();
  private final Deque<Recent> recent = new ArrayDeque<>();
  private final Set<String> passedOnBy = new HashSet<>(); // who passed on the favourite
  private Recent favourite; // null until the first repost
  private int round;

  private record Recent(String id, String author, String lang) {}

  public Player(Conference conference, ConferenceDay day, Random random) {
    this(conference, day, random, true);
  }

  /**
   * @param reacts whether people answer each other and pass posts on
   */
  Player(Conference conference, ConferenceDay day, Random random, boolean reacts) {
    this.reacts = reacts;
    this.conference = conference;
    this.day = day;
    this.random = random;
    this.reactions = new Reactions(random);
    this.everybody = conference.authors().keySet().stream().sorted().toList();
    conference.posts().forEach(post -> script.put(post.key(), post));
  }

  /**
   * The next post.
   *
   * @param key of the script, absent for a reaction
   */
  public record Cue(Draft draft, String key) {}

  /** What is posted at that time. */
  public Cue next(Instant now, Network network) {
    if (reacts && !recent.isEmpty() && random.nextInt(SHARE_OF_REACTIONS) == 0) {
      Cue reaction = reaction(network);
      if (reaction != null) return reaction;
    }
    ScriptPost card = card(now);
    String of = card.of() == null ? null : ids.get(card.of());
    if (of != null && !network.has(of)) of = null; // deleted since
    boolean orphan = of == null && card.kind() != PostKind.POST;
    if (orphan && card.kind() == PostKind.REPOST) return next(now, network);
    return new Cue(draft(card, orphan ? PostKind.POST : card.kind(), of), card.key());
  }

  /** To be told of every post, with the id it got. */
  public void sent(Cue cue, String id) {
    if (cue.key() != null) ids.put(cue.key(), id);
    if (cue.draft().kind() == PostKind.REPOST) return;
    recent.addLast(new Recent(id, cue.draft().author(), cue.draft().lang()));
    if (recent.size() > REMEMBERED) recent.removeFirst();
  }

  private Cue reaction(Network network) {
    List<Recent> some = new ArrayList<>(recent);
    Recent to = some.get(random.nextInt(some.size()));
    String author = everybody.get(random.nextInt(everybody.size()));
    if (author.equals(to.author()) || !network.has(to.id())) return null;
    String lang = conference.authors().get(author).lang();
    if (random.nextInt(2) == 0) return repost(author, to, network);
    String text = reactions.comment(lang) + " " + RehearsedEvent.RULE;
    Draft draft = random.nextInt(2) == 0
        ? Draft.quote(author, text, to.id())
        : Draft.reply(author, "@" + to.author() + " " + text, to.id());
    return new Cue(draft.withLang(Reactions.knows(lang) ? lang : "en"), null);
  }

  /** Some posts are passed on by many; nobody passes the same one on twice. */
  private Cue repost(String author, Recent some, Network network) {
    boolean stays = favourite != null && network.has(favourite.id());
    if (!stays || random.nextDouble() >= FAVOURED) {
      favourite = some;
      passedOnBy.clear();
    }
    boolean may = !author.equals(favourite.author()) && passedOnBy.add(author);
    return may ? new Cue(Draft.repost(author, favourite.id()), null) : null;
  }

  private Draft draft(ScriptPost card, PostKind kind, String of) {
    boolean again = round > 1 && kind != PostKind.REPOST;
    String text = again ? card.text() + " " + reactions.closer() : card.text();
    List<Photo> photos = again
        ? card.photos().stream()
            .map(photo -> photo.withSeed(photo.seed() + 1_000 * round))
            .toList()
        : card.photos();
    return new Draft(card.author(), text, card.lang(), kind, of, photos, card.title());
  }

  /** The next card, or the one it refers to when that was not played in this round. */
  private ScriptPost card(Instant now) {
    ScriptPost card = draw(now);
    while (card.of() != null && !playedThisRound.contains(card.of())) {
      deck.add(0, card);
      card = script.get(card.of());
      deck.remove(card);
    }
    playedThisRound.add(card.key());
    return card;
  }

  private ScriptPost draw(Instant now) {
    Set<String> begun = day.begun(now);
    Set<String> running = new HashSet<>();
    day.running(now).forEach(slot -> running.add(slot.talk().slug()));
    boolean toThePoint = random.nextDouble() < TO_THE_POINT;
    ScriptPost ready = null;
    for (ScriptPost card : deck) {
      if (card.talk() != null && !begun.contains(card.talk())) continue;
      boolean fits = !toThePoint || running.contains(card.talk());
      if (ready == null || fits) ready = card;
      if (fits) break;
    }
    if (ready == null) {
      shuffle(begun);
      return draw(now);
    }
    deck.remove(ready);
    return ready;
  }

  private void shuffle(Set<String> begun) {
    round++;
    deck.clear();
    playedThisRound.clear();
    deck.addAll(conference.posts());
    // The first time in the order of the script, which is that of the day.
    if (round > 1) Collections.shuffle(deck, random);
    if (deck.stream().noneMatch(card -> card.talk() == null || begun.contains(card.talk()))) {
      throw new IllegalArgumentException("the script has no post that fits any time");
    }
  }
}
