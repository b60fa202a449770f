package afa.rehearsal.x;

import afa.rehearsal.Conference;
import afa.rehearsal.FaultPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;

/** How a simulator of X behaves; every setting has the default of a rehearsal without a player. */
public final class XOptions {
  private int port;
  private String token = "rehearsal";
  private Duration keepAlive = Duration.ofSeconds(20);
  private Duration searchDelay = Duration.ofSeconds(30);
  private boolean searchReposts;
  private boolean enforceLimits;
  private boolean newSpelling;
  private long seed = 1;
  private String publicUrl;
  private Path ledgerFile;
  private final Duration past = Duration.ofHours(6);
  private Conference conference = Conference.EMPTY;
  private double perSecond;
  private int history;
  private FaultPlan faults = FaultPlan.NONE;
  private ZoneId zone = ZoneId.systemDefault();
  private InstantSource clock = InstantSource.system();

  /** The TCP port on 127.0.0.1; 0, the default, takes a free one. */
  public XOptions port(int value) {
    port = value;
    return this;
  }

  /** The one bearer token that is let in; {@code rehearsal} by default. */
  public XOptions token(String value) {
    token = value;
    return this;
  }

  /** The longest time without a byte on an open stream; 20 s by default, as at X. */
  public XOptions keepAlive(Duration value) {
    keepAlive = value;
    return this;
  }

  /** How old a post must be to be found by search; 30 s by default, as at X. */
  public XOptions searchDelay(Duration value) {
    searchDelay = value;
    return this;
  }

  /**
   * Whether search finds reposts. X's does not since May 2026, so a repost missed on the stream is
   * lost; checks that kill the reader at any moment want {@code true}.
   */
  public XOptions searchReposts(boolean value) {
    searchReposts = value;
    return this;
  }

  /**
   * Whether the documented requests per 15 minutes are all there are. By default they are only
   * counted down in the headers and never run out, so that a long run of faults goes on.
   */
  public XOptions enforceLimits(boolean value) {
    enforceLimits = value;
    return this;
  }

  /** Whether names are written as in X's specification of August 2026: post instead of tweet. */
  public XOptions newSpelling(boolean value) {
    newSpelling = value;
    return this;
  }

  /** Decides everything that looks random; 1 by default. */
  public XOptions seed(long value) {
    seed = value;
    return this;
  }

  /** Where browsers reach the pictures; {@code http://127.0.0.1:port} by default. */
  public XOptions publicUrl(String value) {
    publicUrl = value;
    return this;
  }

  /** A file that gets each fact of the ledger as a line; none by default. */
  public XOptions ledgerFile(Path value) {
    ledgerFile = value;
    return this;
  }

  /** Who posts; by default there are only strangers. */
  public XOptions conference(Conference value) {
    conference = value;
    return this;
  }

  /** Posts a second of the player, about; 0, the default, leaves the stage to {@code send}. */
  public XOptions perSecond(double value) {
    perSecond = value;
    return this;
  }

  /** How many posts of the last hours there are at the start, found by search; none by default. */
  public XOptions history(int value) {
    history = value;
    return this;
  }

  /** Faults that happen by themselves; none by default. */
  public XOptions faults(FaultPlan value) {
    faults = value;
    return this;
  }

  /** Where the conference takes place; the system's zone by default. */
  public XOptions zone(ZoneId value) {
    zone = value;
    return this;
  }

  /** The time; the system's by default. Timers run by the system's in any case. */
  public XOptions clock(InstantSource value) {
    clock = value;
    return this;
  }

  XApi.Manner manner() {
    return new XApi.Manner(
        token, keepAlive, searchDelay, searchReposts, enforceLimits, newSpelling);
  }

  int port() {
    return port;
  }

  String token() {
    return token;
  }

  long seed() {
    return seed;
  }

  String publicUrl(int boundPort) {
    return publicUrl == null ? "http://127.0.0.1:" + boundPort : publicUrl;
  }

  Path ledgerFile() {
    return ledgerFile;
  }

  Conference conference() {
    return conference;
  }

  double perSecond() {
    return perSecond;
  }

  int history() {
    return history;
  }

  /** How far back the history reaches. */
  Duration past() {
    return past;
  }

  FaultPlan faults() {
    return faults;
  }

  ZoneId zone() {
    return zone;
  }

  InstantSource clock() {
    return clock;
  }
}
