package afa.site.talk;

import afa.feed.Coverage;
import afa.feed.EventInfo;
import afa.library.talk.EventFacts;
import afa.library.talk.ListedTalk;
import afa.library.talk.Programme;
import afa.library.talk.Sieve;
import afa.library.talk.TalkCoverage;
import afa.library.talk.TalkFigures;
import afa.library.talk.TalkLinks;
import afa.library.talk.TalkPeople;
import afa.library.talk.TalkPhotos;
import afa.library.talk.TalkQuestions;
import afa.library.talk.TalkRhythm;
import afa.schedule.Talk;
import afa.site.Desk;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks the archive for what the pages of talks show, and names it as templates do. */
public final class TalkFacts {
  /** More in a strip nobody looks at; the cards have them all. */
  private static final int PHOTOS = 48;

  private static final int LINKS = 200;
  private static final int PEOPLE = 24;

  /** Coverage is of interest as far as the plot reaches. */
  private static final Duration AROUND = Duration.ofHours(1);

  private final Desk desk;
  private final EventFacts events;
  private final Programme programme;

  public TalkFacts(Desk desk) {
    this.desk = desk;
    this.events = new EventFacts(desk.library());
    this.programme = new Programme(desk.library());
  }

  /** From the archive, which outlives the log; else from the store. */
  public Future<EventInfo> event(String event) {
    return events.of(event).compose(kept -> kept.map(Future::succeededFuture)
        .orElseGet(() -> running(event)));
  }

  /** A store that does not answer must not hide that there is no such event in the archive. */
  private Future<EventInfo> running(String event) {
    return desk.feed().event(event);
  }

  public Future<List<ListedTalk>> talks(String event) {
    return programme.talks(event);
  }

  /** Fails with {@code NOT_FOUND} when there is none. */
  public Future<ListedTalk> talk(String event, String talk) {
    return programme.talk(event, talk);
  }

  /**
   * What stands around the posts: figures, plot, photos, questions, links, people.
   *
   * @param sieve which posts may stand in the last four; figures and plot are of all
   */
  public Future<Map<String, Object>> around(
      String event, ListedTalk listed, Strips strips, When when, Sieve sieve) {
    Talk talk = listed.talk();
    Map<String, Object> model = new HashMap<>();
    Future<?> figures = new TalkFigures(desk.library())
        .of(event, talk.id())
        .onSuccess(found -> model.put("figures", found));
    Future<?> photos = new TalkPhotos(desk.library())
        .of(event, talk.id(), sieve, PHOTOS)
        .onSuccess(posts -> model.put("photos", strips.photos(posts, PHOTOS)));
    Future<?> questions = new TalkQuestions(desk.library())
        .of(event, talk.id(), sieve)
        .onSuccess(posts -> model.put("questions", strips.questions(posts)));
    Future<?> links = new TalkLinks(desk.library())
        .of(event, talk.id(), sieve, LINKS)
        .onSuccess(named -> model.put("links", strips.links(named)));
    Future<?> people = new TalkPeople(desk.library())
        .of(event, talk.id(), sieve, PEOPLE)
        .onSuccess(voices -> model.put("people", strips.people(voices)));
    Future<?> plot = plot(event, talk, when).onSuccess(drawn -> model.put("plot", drawn));
    return Future.all(List.of(figures, photos, questions, links, people, plot)).map(model);
  }

  private Future<Plot> plot(String event, Talk talk, When when) {
    Future<Map<String, Coverage>> claims = new TalkCoverage(desk.library())
        .of(event, talk.start().minus(AROUND), talk.end().plus(AROUND));
    return new TalkRhythm(desk.library())
        .of(event, talk.id())
        .compose(minutes -> claims.map(
            known -> Plot.of(new Plot.Facts(talk, minutes, known, desk.clock().instant(), when))));
  }
}
