package afa.bluesky;

import afa.bluesky.JetstreamUrl.Format;
import afa.config.Environment;
import afa.config.Section;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings of the Bluesky source: {@code sources.bluesky} of an event file, and addresses from the
 * environment. It needs no secret.
 *
 * @param jetstreams instances of Jetstream, the one to begin with first
 * @param api base address of the public API
 * @param cdn base address of the pictures
 * @param tags hashtags without {@code #}
 * @param words words or phrases that stand in the text as a whole
 * @param bareTags whether {@code #tag} counts where the author's app made no hashtag of it
 * @param replies whether answers to other posts are shown
 * @param bots whether posts of accounts are shown that say a program writes them
 */
public record BlueskyConfig(
    List<JetstreamUrl> jetstreams,
    String api,
    String cdn,
    List<String> tags,
    List<String> words,
    boolean bareTags,
    boolean replies,
    boolean bots,
    BlueskyTuning tuning) {
  /** Names the instances of Jetstream, separated by commas. */
  public static final String JETSTREAM = "BLUESKY_JETSTREAM_URL";

  /** Names the base address of the public API. */
  public static final String API = "BLUESKY_API_URL";

  /** Names the base address of the pictures. */
  public static final String CDN = "BLUESKY_CDN_URL";

  private static final String INSTANCES = "wss://jetstream1.us-east.bsky.network,"
      + "wss://jetstream2.us-east.bsky.network,"
      + "wss://jetstream1.us-west.bsky.network,"
      + "wss://jetstream2.us-west.bsky.network";
  private static final String INSTANCES_V2 =
      "wss://jetstream.us-east.bsky.network,wss://jetstream.us-west.bsky.network";
  private static final String DEFAULT_API = "https://public.api.bsky.app";
  private static final String DEFAULT_CDN = "https://cdn.bsky.app";
  private static final int MOST_PHRASES = 200;
  private static final int MOST_LOOK_BACK = 36 * 60; // what the network keeps

  public BlueskyConfig {
    jetstreams = List.copyOf(jetstreams);
    tags = List.copyOf(tags);
    words = List.copyOf(words);
  }

  /** Reads {@code sources.bluesky}; problems go to the section. */
  public static BlueskyConfig read(Section bluesky, Environment environment) {
    List<String> tags = tags(bluesky);
    List<String> words = bluesky.texts("words");
    checkPhrases(bluesky, tags, words);
    BlueskyConfig config = new BlueskyConfig(
        jetstreams(bluesky, format(bluesky), environment),
        address(bluesky, API, DEFAULT_API, environment),
        address(bluesky, CDN, DEFAULT_CDN, environment),
        tags,
        words,
        bluesky.flag("plainTags", true),
        bluesky.flag("replies", true),
        bluesky.flag("bots", true),
        tuning(bluesky));
    bluesky.end();
    return config;
  }

  /**
   * Settings for a network that is not Bluesky: a rehearsal, a test.
   *
   * @param url its base address, http, which Jetstream, API and pictures have in common
   */
  public static BlueskyConfig of(URI url, List<String> tags) {
    JetstreamUrl jetstream = JetstreamUrl.read(url.toString(), Format.V1).orElseThrow();
    return new BlueskyConfig(
        List.of(jetstream),
        url.toString(),
        url.toString(),
        tags,
        List.of(),
        true,
        true,
        true,
        BlueskyTuning.DEFAULT.lookingBack(Duration.ofDays(1)));
  }

  /** The same with other times and bounds. */
  BlueskyConfig with(BlueskyTuning other) {
    return new BlueskyConfig(jetstreams, api, cdn, tags, words, bareTags, replies, bots, other);
  }

  Interest interest() {
    return new Interest(tags, words, bareTags);
  }

  private static List<String> tags(Section bluesky) {
    List<String> tags = new ArrayList<>();
    for (String tag : bluesky.texts("tags")) tags.add(tag.replaceFirst("^[#＃]", ""));
    return tags;
  }

  private static void checkPhrases(Section bluesky, List<String> tags, List<String> words) {
    if (tags.isEmpty() && words.isEmpty()) {
      bluesky.problem("tags", "expected hashtags such as [aea], or words: [\"an event apart\"]");
    }
    if (tags.size() + words.size() > MOST_PHRASES) {
      bluesky.problem("tags", "more than " + MOST_PHRASES + " tags and words");
    }
    for (String tag : tags) {
      if (tag.isBlank() || tag.matches(".*\\s.*")) {
        bluesky.problem("tags", "\"" + tag + "\" is no hashtag; phrases go to words");
      }
    }
    for (String word : words) {
      if (BlueskyText.folded(word).codePoints().noneMatch(Character::isLetterOrDigit)) {
        bluesky.problem("words", "\"" + word + "\" has neither letter nor digit");
      }
    }
  }

  private static Format format(Section bluesky) {
    String format = bluesky.optionalText("format");
    if (format == null || format.equals("v1")) return Format.V1;
    if (!format.equals("v2")) bluesky.problem("format", format + " is neither v1 nor v2");
    return Format.V2;
  }

  private static BlueskyTuning tuning(Section bluesky) {
    int minutes = bluesky.integer("lookBackMinutes", 60, 0, MOST_LOOK_BACK);
    return BlueskyTuning.DEFAULT.lookingBack(Duration.ofMinutes(minutes));
  }

  private static List<JetstreamUrl> jetstreams(
      Section bluesky, Format format, Environment environment) {
    String usual = format == Format.V1 ? INSTANCES : INSTANCES_V2;
    List<JetstreamUrl> jetstreams = new ArrayList<>();
    for (String address : environment.get(JETSTREAM).orElse(usual).split(",", -1)) {
      if (address.isBlank()) continue;
      JetstreamUrl.read(address, format)
          .ifPresentOrElse(
              jetstreams::add,
              () -> bluesky.problem(
                  JETSTREAM,
                  "the environment variable " + JETSTREAM
                      + " has something that is no address such as"
                      + " wss://jetstream1.us-east.bsky.network"));
    }
    return jetstreams;
  }

  private static String address(
      Section bluesky, String variable, String usual, Environment environment) {
    String address = environment.get(variable).orElse(usual).replaceAll("/+$", "");
    try {
      URI uri = new URI(address);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawQuery() == null) return address;
    } catch (URISyntaxException notAnAddress) {
      // said below
    }
    bluesky.problem(
        variable, "the environment variable " + variable + " is no address such as " + usual);
    return usual;
  }
}
