package afa.flickr;

import afa.source.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a photo of a list. Never throws: whatever it is given, it says what it is. */
final class FlickrPhotoParser {
  private static final int MOST_NAME = 200;
  private static final int MOST_TITLE = 500;
  private static final int MOST_TAGS = 200;

  /** Into addresses goes nothing else. */
  private static final Pattern PATH_PART = Pattern.compile("[A-Za-z0-9_.@-]{1,100}");

  private static final Pattern ID = Pattern.compile("[0-9]{1,20}");

  private final FlickrHosts hosts;
  private final Set<Integer> licenses;

  /**
   * @param licenses numbers of those that are wanted; empty for all
   */
  FlickrPhotoParser(FlickrHosts hosts, Set<Integer> licenses) {
    this.hosts = hosts;
    this.licenses = Set.copyOf(licenses);
  }

  /** An element of {@code photos.photo}. */
  FlickrEntry read(JsonNode photo) {
    String id = FlickrJson.text(photo, "id");
    if (!isId(id)) return new FlickrEntry.Malformed("no id");
    String reason = reasonToHide(photo);
    if (reason != null) return new FlickrEntry.Filtered(id, reason);
    FlickrOwner owner = owner(photo);
    if (owner.nsid().isEmpty()) return new FlickrEntry.Malformed("no owner");
    FlickrPictures pictures = FlickrPictures.read(photo, stem(photo, id));
    if (pictures.isEmpty()) return new FlickrEntry.Malformed("no picture");
    return new FlickrEntry.Shown(new FlickrPhoto(
        id,
        owner,
        pictures,
        PlainText.label(FlickrJson.text(photo, "title"), MOST_TITLE),
        FlickrJson.text(photo, "description"),
        tags(FlickrJson.text(photo, "tags")),
        FlickrJson.time(photo, "dateupload").orElse(null),
        version(photo),
        isModerate(photo) ? "Marked on Flickr as not for everybody" : null));
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Whoever is not sure that a photo is public does not show it. */
  private String reasonToHide(JsonNode photo) {
    if (!FlickrJson.text(photo, "ispublic").equals("1")) return "not public";
    String status = FlickrJson.text(photo, "media_status");
    if (!status.isEmpty() && !status.equals("ready")) return "not ready";
    if (FlickrJson.text(photo, "safety_level").equals("2")) return "restricted";
    return isLicensed(photo) ? null : "licence not wanted";
  }

  /** What Flickr does not say counts as 0, all rights reserved. */
  private boolean isLicensed(JsonNode photo) {
    long license = FlickrJson.number(photo, "license").orElse(0);
    return licenses.isEmpty() || licenses.contains((int) Math.min(license, Integer.MAX_VALUE));
  }

  private static boolean isModerate(JsonNode photo) {
    return FlickrJson.text(photo, "safety_level").equals("1");
  }

  private FlickrOwner owner(JsonNode photo) {
    String nsid = pathPart(FlickrJson.text(photo, "owner"));
    return new FlickrOwner(
        nsid,
        pathPart(FlickrJson.text(photo, "pathalias")),
        PlainText.label(FlickrJson.text(photo, "ownername"), MOST_NAME),
        hosts.icon(
            FlickrJson.number(photo, "iconfarm").orElse(0),
            FlickrJson.number(photo, "iconserver").orElse(0),
            nsid));
  }

  private String stem(JsonNode photo, String id) {
    String server = pathPart(FlickrJson.text(photo, "server"));
    String secret = pathPart(FlickrJson.text(photo, "secret"));
    return server.isEmpty() || secret.isEmpty() ? "" : hosts.stem(server, id, secret);
  }

  static String pathPart(String text) {
    return PATH_PART.matcher(text).matches() && !text.startsWith(".") ? text : "";
  }

  /** Machine tags such as {@code vision:outdoor=0853} are not for people. */
  static List<String> tags(String spaceSeparated) {
    return Stream.of(PlainText.label(spaceSeparated, 20_000).split(" "))
        .filter(tag -> !tag.isEmpty() && tag.indexOf(':') < 0 && tag.indexOf('=') < 0)
        .limit(MOST_TAGS)
        .distinct()
        .toList();
  }

  private static String version(JsonNode photo) {
    return FlickrJson.time(photo, "lastupdate")
        .map(time -> Long.toString(time.getEpochSecond()))
        .orElse(null);
  }
}
