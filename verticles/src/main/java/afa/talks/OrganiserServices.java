package afa.talks;

import afa.bus.BusFailure;
import afa.bus.Offers;
import afa.message.Addresses;
import afa.message.MakeReport;
import afa.message.PostsRead;
import afa.message.ProgrammeRead;
import afa.message.ReadPosts;
import afa.message.ReadProgramme;
import afa.message.ReportMade;
import afa.message.ReportRevoked;
import afa.message.RevokeReport;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the owner of an event's talks tells and does for organisers alone. */
final class OrganiserServices {
  private final String event;
  private final TalkKeeper keeper;
  private final ReportDesk reports;
  private final Offers offers;

  OrganiserServices(EventBus bus, String event, TalkKeeper keeper, ReportDesk reports) {
    this.event = event;
    this.keeper = keeper;
    this.reports = reports;
    this.offers = new Offers(bus);
  }

  Future<Void> open() {
    return Future.all(List.of(
            offers.serve(Addresses.programme(event), this::programme),
            offers.serve(Addresses.posts(event), this::posts),
            offers.serve(Addresses.makeReport(event), this::makeReport),
            offers.serve(Addresses.reports(event), reports::read),
            offers.serve(Addresses.revokeReport(event), this::revokeReport)))
        .mapEmpty();
  }

  Future<Void> close() {
    return offers.close();
  }

  private Future<ProgrammeRead> programme(ReadProgramme request) {
    return Future.succeededFuture(new ProgrammeRead(keeper.programme().known().all().stream()
        .sorted(Comparator.comparing(known -> known.talk().start()))
        .map(KnownTalk::line)
        .toList()));
  }

  private Future<PostsRead> posts(ReadPosts request) {
    String talk = request.talk();
    if (isPlace(talk)) return keeper.placing().posts(request);
    return Future.failedFuture(
        new BusFailure(BusFailure.Kind.NOT_FOUND, "no talk " + talk + " in " + event));
  }

  private boolean isPlace(@Nullable String talk) {
    return talk == null
        || talk.equals(ReadPosts.HALLWAY)
        || keeper.programme().known().talk(talk).isPresent();
  }

  private Future<ReportMade> makeReport(MakeReport wish) {
    return isBlank(wish.who()) ? nobody() : reports.make(wish);
  }

  private Future<ReportRevoked> revokeReport(RevokeReport wish) {
    return isBlank(wish.who()) ? nobody() : reports.revoke(wish);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static <T> Future<T> nobody() {
    return Future.failedFuture(new BusFailure(BusFailure.Kind.INVALID, "who?"));
  }
}
