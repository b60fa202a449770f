package afa.flickr;

import afa.config.Environment;
import afa.config.Section;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Settings of the Flickr source: {@code sources.flickr} of an event file, and what is secret from
 * the environment. Without a key the public feed is read, which needs none and shows little.
 *
 * @param api base address of Flickr's API
 * @param feeds base address of its public feeds
 * @param key of the API, in no log and no text; "" for none
 */
public record FlickrConfig(
    URI api, URI feeds, FlickrHosts hosts, String key, FlickrQuery query, FlickrTuning tuning) {
  /** Names the key. */
  public static final String KEY = "FLICKR_API_KEY";

  /** Names the base address of the API, for rehearsals and tests. */
  public static final String API = "FLICKR_API_URL";

  /** Names the base address of the public feeds, for rehearsals and tests. */
  public static final String FEEDS = "FLICKR_FEEDS_URL";

  /** Names the base address of all pictures, for rehearsals and tests. */
  public static final String PICTURES = "FLICKR_PICTURES_URL";

  private static final String DEFAULT_API = "https://api.flickr.com";
  private static final String DEFAULT_FEEDS = "https://www.flickr.com/services/feeds";
  private static final Pattern KEY_FORM = Pattern.compile("[A-Za-z0-9]{1,128}");

  /** Reads {@code sources.flickr}; problems go to the section. */
  public static FlickrConfig read(Section flickr, Environment environment) {
    String key = key(flickr, environment);
    FlickrQuery query = FlickrQueryReader.read(flickr, !key.isEmpty());
    FlickrTuning tuning = tuning(flickr);
    if (!key.isEmpty()) checkQuota(flickr, query, tuning);
    FlickrConfig config = new FlickrConfig(
        address(flickr, environment, API).orElse(URI.create(DEFAULT_API)),
        address(flickr, environment, FEEDS).orElse(URI.create(DEFAULT_FEEDS)),
        new FlickrHosts(
            address(flickr, environment, PICTURES).map(URI::toString).orElse(null)),
        key,
        query,
        tuning);
    flickr.end();
    return config;
  }

  /**
   * Settings for a server that is not Flickr: a rehearsal, a test.
   *
   * @param server where API, feeds and pictures are
   * @param key "" for none
   */
  public static FlickrConfig of(URI server, String key, List<String> tags) {
    return new FlickrConfig(
        server,
        server.resolve("/services/feeds"),
        new FlickrHosts(server.resolve("/flickr/img").toString()),
        key,
        FlickrQuery.tagged(tags),
        FlickrTuning.REHEARSAL);
  }

  /** The same with other times and bounds. */
  FlickrConfig with(FlickrTuning other) {
    return new FlickrConfig(api, feeds, hosts, key, query, other);
  }

  /** The same, looking for something else. */
  FlickrConfig with(FlickrQuery other) {
    return new FlickrConfig(api, feeds, hosts, key, other, tuning);
  }

  boolean hasKey() {
    return !key.isEmpty();
  }

  private static FlickrTuning tuning(Section flickr) {
    FlickrTuning usual = FlickrTuning.DEFAULT;
    return new FlickrTuning(
        flickr.seconds("every", 120, 10, 3_600),
        usual.settle(),
        Duration.ofMinutes(flickr.integer("lookBackMinutes", 60, 1, 10_080)),
        Duration.ofHours(flickr.integer("historyHours", 24, 1, 720)),
        usual.historyEvery(),
        usual.perPage(),
        usual.mostPages(),
        usual.checked(),
        Duration.ofMinutes(flickr.integer("checkMinutes", 30, 1, 1_440)),
        flickr.integer("requestsPerHour", usual.perHour(), 120, 3_600),
        usual.answer(),
        usual.backoff());
  }

  /** A source that asks more than it may would stand still for a part of each hour. */
  private static void checkQuota(Section flickr, FlickrQuery query, FlickrTuning tuning) {
    long needed = tuning.requestsAnHour(query.searches().size() + query.groups().size());
    if (needed <= tuning.perHour()) return;
    flickr.problem(
        "every",
        "so often, with these checks, takes " + needed + " requests an hour; allowed are "
            + tuning.perHour() + " (requestsPerHour)");
  }

  /** No key is no problem; something that cannot be one is. */
  private static String key(Section flickr, Environment environment) {
    String key = environment.get(KEY).orElse("");
    if (key.isEmpty() || KEY_FORM.matcher(key).matches()) return key;
    flickr.problem(KEY, "the environment variable " + KEY + " holds characters that no key has");
    return "";
  }

  private static Optional<URI> address(Section flickr, Environment environment, String variable) {
    Optional<String> address = environment.get(variable);
    if (address.isEmpty()) return Optional.empty();
    try {
      URI uri = new URI(address.get().replaceAll("/+$", ""));
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawQuery() == null) return Optional.of(uri);
    } catch (URISyntaxException notAnAddress) {
      // said below
    }
    flickr.problem(
        variable,
        "the environment variable " + variable + " is not an address such as " + DEFAULT_API);
    return Optional.empty();
  }

  /** Hides the key. */
  @Override
  public String toString() {
    return "FlickrConfig[api=" + api + ", key=" + (hasKey() ? "set" : "none") + ", query=" + query
        + "]";
  }
}
