package afa.message;

import afa.bus.Service;
import afa.bus.Topic;
import java.time.Duration;

/** The map of the system: every address with its types, and who speaks to whom. */
public final class Addresses {
  /** Asked by sources and the HTTP ingest; answered by the store once all of it is in Redis. */
  public static final Service<AppendPosts, Appended> APPEND =
      new Service<>("feed.append", AppendPosts.class, Appended.class, Duration.ofSeconds(10));

  /** Asked by a source whose node became its owner; answered by the store. */
  public static final Service<ClaimSource, Claimed> CLAIM =
      new Service<>("feed.claim", ClaimSource.class, Claimed.class, Duration.ofSeconds(5));

  /** Asked by whoever is behind; answered by the store, oldest first. */
  public static final Service<ReadLog, LogPage> READ_LOG =
      new Service<>("feed.read", ReadLog.class, LogPage.class, Duration.ofSeconds(5));

  /** Asked by a source that starts or reconnects; answered by the store. */
  public static final Service<ReadCursor, SourceCursor> READ_CURSOR =
      new Service<>("feed.cursor", ReadCursor.class, SourceCursor.class, Duration.ofSeconds(5));

  /** Asked by whoever shows how complete the log is; answered by the store. */
  public static final Service<ReadCoverage, CoverageRead> COVERAGE =
      new Service<>("feed.coverage", ReadCoverage.class, CoverageRead.class, Duration.ofSeconds(5));

  /** Asked by the pages; answered by any node that hears the sources. */
  public static final Service<ReadIntegrity, IntegrityRead> INTEGRITY = new Service<>(
      "feed.integrity", ReadIntegrity.class, IntegrityRead.class, Duration.ofSeconds(3));

  /** Asked by delivery, ingest and site; answered by the store. */
  public static final Service<ListEvents, EventList> EVENTS =
      new Service<>("feed.events", ListEvents.class, EventList.class, Duration.ofSeconds(5));

  /** Asked by a store that starts, so that a cluster never has two; answered by the others. */
  public static final Service<WhichStore, StoreIdentity> STORE =
      new Service<>("feed.store", WhichStore.class, StoreIdentity.class, Duration.ofSeconds(2));

  /** Told by the store every second for each event; heard by delivery and the archive. */
  public static final Topic<HeadAnnounced> HEAD = new Topic<>("feed.head", HeadAnnounced.class);

  /** Told by a store that may have lost updates; heard by delivery, which may have more of them. */
  public static final Topic<LogLost> LOST = new Topic<>("feed.lost", LogLost.class);

  /** Told by delivery when readers were given more than the log has; heard by the store. */
  public static final Topic<LogGrew> SEEN = new Topic<>("feed.seen", LogGrew.class);

  /** Told by every source about itself; heard by whoever shows how the sources are doing. */
  public static final Topic<SourceReported> SOURCES =
      new Topic<>("feed.sources", SourceReported.class);

  /** Told by every node about itself every second; heard by whoever shows the cluster. */
  public static final Topic<NodeReported> NODES = new Topic<>("cluster.nodes", NodeReported.class);

  /** Told by whoever did or saw it; heard by the console, and kept. */
  public static final Topic<Happened> TIMELINE = new Topic<>("cluster.timeline", Happened.class);

  /** Asked by the console; answered by whoever keeps the timeline. */
  public static final Service<ReadTimeline, TimelineRead> READ_TIMELINE = new Service<>(
      "cluster.timeline.read", ReadTimeline.class, TimelineRead.class, Duration.ofSeconds(3));

  /** Told by the owner of an event's talks; heard by the pages and the store. */
  public static final Topic<ScheduleChanged> SCHEDULES =
      new Topic<>("talks.schedules", ScheduleChanged.class);

  /** Told by the console that restarts one node after the other; heard by all consoles. */
  public static final Topic<RollingTold> ROLLING =
      new Topic<>("console.rolling", RollingTold.class);

  /** Told by the console that refused a password; heard by all consoles. */
  public static final Topic<LoginRefused> LOGIN_REFUSED =
      new Topic<>("console.login.refused", LoginRefused.class);

  /** Told by the console where somebody logged out; heard by all consoles. */
  public static final Topic<SessionsEnded> SESSIONS_ENDED =
      new Topic<>("console.sessions.ended", SessionsEnded.class);

  private Addresses() {}

  /** Asked by the console; answered by the supervisor of that node when it is done. */
  public static Service<CommandVerticle, VerticleCommanded> command(String node) {
    return new Service<>(
        "node." + node + ".command",
        CommandVerticle.class,
        VerticleCommanded.class,
        Duration.ofSeconds(60));
  }

  /** Asked by any console; answered by the one that sees to that rolling restart. */
  public static Service<AbortRolling, RollingTold> abortRolling(String id) {
    return new Service<>(
        "console.rolling." + id + ".abort",
        AbortRolling.class,
        RollingTold.class,
        Duration.ofSeconds(3));
  }

  /** Asked by the console; answered by that node. */
  public static Service<ReadLines, LinesRead> lines(String node) {
    return new Service<>(
        "node." + node + ".lines", ReadLines.class, LinesRead.class, Duration.ofSeconds(3));
  }

  /** Asked by whoever shows a log that lost its memory; answered by the event's archive. */
  public static Service<ReadCoverage, CoverageRead> keptCoverage(String event) {
    return new Service<>(
        "archive." + event + ".coverage",
        ReadCoverage.class,
        CoverageRead.class,
        Duration.ofSeconds(5));
  }

  /** Asked by a store that may have lost updates; answered by the event's archive. */
  public static Service<ReadArchive, ArchivePage> archived(String event) {
    return new Service<>(
        "archive." + event + ".read", ReadArchive.class, ArchivePage.class, Duration.ofSeconds(5));
  }

  /** Rung by the store once updates of {@code event} are in Redis; heard by delivery and archive. */
  public static Topic<LogGrew> appended(String event) {
    return new Topic<>("feed." + event + ".appended", LogGrew.class);
  }

  /** Asked by the pages and the store; answered by the owner of the event's talks. */
  public static Service<ReadSchedule, ScheduleRead> schedule(String event) {
    return new Service<>(
        "talks." + event + ".schedule",
        ReadSchedule.class,
        ScheduleRead.class,
        Duration.ofSeconds(5));
  }

  /** Asked by the console; answered by the owner of the event's talks once it is stored. */
  public static Service<CorrectPlaces, Corrected> correctPlaces(String event) {
    return new Service<>(
        "talks." + event + ".correct",
        CorrectPlaces.class,
        Corrected.class,
        Duration.ofSeconds(30));
  }

  /** Asked by the console; answered by the owner of the event's talks once it is stored. */
  public static Service<UndoCorrection, Corrected> undoCorrection(String event) {
    return new Service<>(
        "talks." + event + ".undo", UndoCorrection.class, Corrected.class, Duration.ofSeconds(30));
  }

  /** Asked by the console; answered by the owner of the event's talks. */
  public static Service<ReadCorrections, CorrectionsRead> corrections(String event) {
    return new Service<>(
        "talks." + event + ".corrections",
        ReadCorrections.class,
        CorrectionsRead.class,
        Duration.ofSeconds(5));
  }

  /** Asked by the console; answered by the owner of the event's talks. */
  public static Service<ReadImports, ImportsRead> imports(String event) {
    return new Service<>(
        "talks." + event + ".imports", ReadImports.class, ImportsRead.class, Duration.ofSeconds(5));
  }

  /** Asked by the console; answered by the owner of the event's talks. */
  public static Service<ReadTalk, TalkRead> readTalk(String event) {
    return new Service<>(
        "talks." + event + ".talk", ReadTalk.class, TalkRead.class, Duration.ofSeconds(5));
  }

  /** Asked by the console; answered by the owner of the event's talks once it is stored. */
  public static Service<EditTalk, TalkEdited> editTalk(String event) {
    return new Service<>(
        "talks." + event + ".edit", EditTalk.class, TalkEdited.class, Duration.ofSeconds(30));
  }

  /** Asked by the console; answered by the owner of the event's talks. */
  public static Service<ReadProgramme, ProgrammeRead> programme(String event) {
    return new Service<>(
        "talks." + event + ".programme",
        ReadProgramme.class,
        ProgrammeRead.class,
        Duration.ofSeconds(5));
  }

  /** Asked by the console; answered by the owner of the event's talks, from memory. */
  public static Service<ReadPosts, PostsRead> posts(String event) {
    return new Service<>(
        "talks." + event + ".posts", ReadPosts.class, PostsRead.class, Duration.ofSeconds(10));
  }

  /** Asked by the console; answered by the owner of the event's talks once it is stored. */
  public static Service<MakeReport, ReportMade> makeReport(String event) {
    return new Service<>(
        "talks." + event + ".report", MakeReport.class, ReportMade.class, Duration.ofSeconds(15));
  }

  /** Asked by the console; answered by the owner of the event's talks. */
  public static Service<ReadReports, ReportsRead> reports(String event) {
    return new Service<>(
        "talks." + event + ".reports",
        ReadReports.class,
        ReportsRead.class,
        Duration.ofSeconds(15));
  }

  /** Asked by the console; answered by the owner of the event's talks once it is stored. */
  public static Service<RevokeReport, ReportRevoked> revokeReport(String event) {
    return new Service<>(
        "talks." + event + ".revoke",
        RevokeReport.class,
        ReportRevoked.class,
        Duration.ofSeconds(25));
  }
}
