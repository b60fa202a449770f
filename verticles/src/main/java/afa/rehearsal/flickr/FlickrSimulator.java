package afa.rehearsal.flickr;

import afa.rehearsal.Draft;
import afa.rehearsal.Fault;
import afa.rehearsal.FaultOrder;
import afa.rehearsal.Faults;
import afa.rehearsal.Ledger;
import afa.rehearsal.RehearsalOptions;
import afa.rehearsal.Setting;
import afa.rehearsal.Simulator;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.Set;

/**
 * A rehearsed Flickr: search, info, pools, public feeds and pictures, at the paths of the real one.
 * Whatever is posted becomes a photo with the event's tag.
 */
public final class FlickrSimulator implements Simulator {
  /** Its name in event files. */
  public static final String NAME = "flickr";

  private final Setting setting;
  private final Ledger ledger = new Ledger();
  private final Album album;
  private final PhotoMaker maker;
  private final FaultDesk faults;
  private final Answers answers;
  private final RestEndpoint rest;
  private final FeedEndpoint feeds;

  /** Among the other networks of a rehearsal. */
  public FlickrSimulator(Setting setting, RehearsalOptions rehearsal) {
    this(setting, FlickrOptions.REHEARSAL.letting(rehearsal.token()));
  }

  public FlickrSimulator(Setting setting, FlickrOptions options) {
    this.setting = setting;
    Mood mood = new Mood(setting.random());
    album = new Album(setting.conference());
    maker = new PhotoMaker(album, options, setting.random());
    faults = new FaultDesk(setting.vertx(), setting.clock(), ledger);
    answers = new Answers(setting.vertx(), faults, mood);
    PhotoJson json = new PhotoJson(album, setting.url(), mood);
    rest =
        new RestEndpoint(album, json, answers, faults, options, setting.clock(), new Pages(mood));
    feeds = new FeedEndpoint(album, json, answers, faults, setting.clock(), mood);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void mount(Router router) {
    router.get("/services/rest/").handler(rest::handle);
    router.get("/services/feeds/photos_public.gne").handler(feeds::tagged);
    router.get("/services/feeds/groups_pool.gne").handler(feeds::pool);
    new PictureRoutes(album).mount(router);
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public String send(Draft draft) {
    Instant now = setting.clock().instant();
    maker.noise(now).ifPresent(album::put);
    return keep(maker.fresh(draft, now));
  }

  @Override
  public String remember(Draft draft, Instant at) {
    return keep(maker.old(draft, at));
  }

  private String keep(SimPhoto photo) {
    album.put(photo);
    ledger.sent(photo.key(), photo.key(), photo.uploaded(), true);
    return photo.key();
  }

  @Override
  public boolean has(String id) {
    return album.find(id) != null;
  }

  /** Flickr changes a photo in its place: the id stays. */
  @Override
  public String edit(String id, String text) {
    SimPhoto photo = album.existing(id);
    album.put(photo.edited(photo.text().reworded(text), setting.clock().instant()));
    ledger.edited(id);
    return id;
  }

  @Override
  public void delete(String id) {
    album.remove(album.existing(id).id());
    ledger.deleted(id);
  }

  /** Its owner shows it to nobody any more. */
  public void hide(String id) {
    SimPhoto photo = album.existing(id);
    album.put(photo.with(SimPhoto.Visibility.PRIVATE, setting.clock().instant()));
    ledger.deleted(id);
  }

  /** Its owner puts it into the pool of a group. */
  public void addToPool(String group, String id) {
    album.addToPool(group, album.existing(id), setting.clock().instant());
  }

  @Override
  public JsonObject state() {
    return new JsonObject().put("photos", album.size()).put("requests so far", rest.requests());
  }

  @Override
  public Set<Fault> known() {
    return FaultDesk.KNOWN;
  }

  @Override
  public Future<Void> inject(FaultOrder order) {
    return Faults.carriedOut(() -> faults.inject(order));
  }

  @Override
  public Future<Void> calm() {
    faults.calm();
    answers.close();
    return Future.succeededFuture();
  }

  @Override
  public void close() {
    faults.calm();
    answers.close();
    ledger.close();
  }
}
