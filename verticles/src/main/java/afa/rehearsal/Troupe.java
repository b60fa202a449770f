package afa.rehearsal;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** All who play: the same people on several networks, each at its share of the pace. */
final class Troupe {
  private final Vertx vertx;
  private final RehearsalOptions options;
  private final Conference conference;
  private final ConferenceDay day;
  private final InstantSource clock;
  private final Casting casting;
  private final CrossPosting crossPosting;
  private final Map<String, HostedNetwork> hosted = new LinkedHashMap<>();

  Troupe(
      Vertx vertx,
      RehearsalOptions options,
      Conference conference,
      ConferenceDay day,
      InstantSource clock,
      List<RehearsedNetwork> networks) {
    this.vertx = vertx;
    this.options = options;
    this.conference = conference;
    this.day = day;
    this.clock = clock;
    this.casting = new Casting(conference, networks);
    this.crossPosting = new CrossPosting(conference, casting, random("cross-posts"));
  }

  /** Makes the simulator of a network and gives it its players. */
  HostedNetwork host(RehearsedNetwork kind, Supplier<String> url) {
    Random random = random(kind.name());
    Setting setting = new Setting(vertx, conference, clock, random, url);
    Simulator simulator = kind.make().apply(setting, options);
    LatestPosts latest = new LatestPosts(simulator);
    Player player = new Player(
        casting.on(kind.name()), day, random(kind.name() + " players"), kind.conversing());
    SecondThoughts thoughts =
        new SecondThoughts(vertx, latest, random(kind.name() + " second thoughts"));
    Tempo tempo = new Tempo(day, random(kind.name() + " tempo"));
    Play play = new Play(vertx, latest, player, tempo, clock, 0, (draft, id) -> {
      thoughts.about(draft, id);
      copy(draft, kind.name());
    });
    HostedNetwork network = new HostedNetwork(kind, simulator, latest, play);
    hosted.put(kind.name(), network);
    return network;
  }

  private void copy(Draft draft, String network) {
    crossPosting
        .of(draft, network)
        .ifPresent(copy -> vertx.setTimer(
            copy.later().toMillis(), due -> hosted.get(copy.network()).play().post(draft)));
  }

  /** Writes what was before, and goes on from there. */
  void start() {
    List<HostedNetwork> networks = new ArrayList<>(hosted.values());
    new HistoryWriter(networks, crossPosting, random("history"))
        .write(options.history(), clock.instant());
    networks.forEach(network -> network.play().start());
    pace(options.perSecond());
  }

  /** Sets the pace of all together; each network gets its share. */
  void pace(double perSecond) {
    hosted.values().forEach(network -> network.play().pace(perSecond * share(network)));
  }

  /** The part of the posts that are made on a network, of those on all that are rehearsed. */
  double share(HostedNetwork network) {
    double all =
        hosted.values().stream().mapToDouble(other -> other.kind().share()).sum();
    return network.kind().share() / all;
  }

  void stop() {
    hosted.values().forEach(network -> network.play().stop());
  }

  /** A source of chance of its own for each purpose, so that none disturbs another one's. */
  private Random random(String purpose) {
    return new Random(options.seed() * 31 + purpose.hashCode());
  }
}
