package afa.rehearsal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** How a rehearsal of all networks behaves; every setting has a default. */
public final class RehearsalOptions {
  private int port;
  private List<String> networks = RehearsedNetworks.names();
  private String token = "rehearsal";
  private long seed = 1;
  private double perSecond;
  private int history;
  private FaultPlans faults = FaultPlans.NONE;
  private Path ledger;
  private Path lines;
  private boolean searchReposts;
  private Duration searchDelay = Duration.ofSeconds(30);
  private String publicUrl;
  private ZoneId zone = ZoneId.systemDefault();

  /** The TCP port on 127.0.0.1; 0, the default, takes a free one. */
  public RehearsalOptions port(int value) {
    port = value;
    return this;
  }

  /** Names of the networks that are rehearsed; all by default. */
  public RehearsalOptions networks(List<String> value) {
    networks = List.copyOf(value);
    return this;
  }

  /** The one token or key that every network lets in; {@code rehearsal} by default. */
  public RehearsalOptions token(String value) {
    token = value;
    return this;
  }

  /** Decides everything that looks random; 1 by default. */
  public RehearsalOptions seed(long value) {
    seed = value;
    return this;
  }

  /** Posts a second on all networks together, about; 0, the default, plays nothing. */
  public RehearsalOptions perSecond(double value) {
    perSecond = value;
    return this;
  }

  /** How many posts of the last hours there are at the start; none by default. */
  public RehearsalOptions history(int value) {
    history = value;
    return this;
  }

  /** Faults that happen by themselves; none by default. */
  public RehearsalOptions faults(FaultPlans value) {
    faults = value;
    return this;
  }

  /** A file that gets each fact of the ledgers, {@code -NETWORK} added to its name. */
  public RehearsalOptions ledger(Path value) {
    ledger = value;
    return this;
  }

  /** A file whose lines the stream of X serves as they are; none by default. */
  public RehearsalOptions lines(Path value) {
    lines = value;
    return this;
  }

  /** Whether X's search finds reposts, which the real one does not. */
  public RehearsalOptions searchReposts(boolean value) {
    searchReposts = value;
    return this;
  }

  /** How old a post must be to be found by X's search; 30 s by default. */
  public RehearsalOptions searchDelay(Duration value) {
    searchDelay = value;
    return this;
  }

  /** Where browsers reach the pictures; {@code http://127.0.0.1:port} by default. */
  public RehearsalOptions publicUrl(String value) {
    publicUrl = value;
    return this;
  }

  /** Where the conference takes place; the system's zone by default. */
  public RehearsalOptions zone(ZoneId value) {
    zone = value;
    return this;
  }

  public int port() {
    return port;
  }

  public List<String> networks() {
    return networks;
  }

  public String token() {
    return token;
  }

  public long seed() {
    return seed;
  }

  public double perSecond() {
    return perSecond;
  }

  int history() {
    return history;
  }

  FaultPlans faults() {
    return faults;
  }

  public Path lines() {
    return lines;
  }

  public boolean searchReposts() {
    return searchReposts;
  }

  public Duration searchDelay() {
    return searchDelay;
  }

  ZoneId zone() {
    return zone;
  }

  /** Where browsers reach a rehearsal that listens at that port. */
  String publicUrl(int boundPort) {
    return publicUrl == null ? "http://127.0.0.1:" + boundPort : publicUrl;
  }

  /** The file of one network's ledger; null when there is none. */
  Path ledger(String network) {
    if (ledger == null) return null;
    String name = ledger.getFileName().toString();
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    return ledger.resolveSibling(name.substring(0, dot) + "-" + network + name.substring(dot));
  }
}
