package afa.bluesky;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Addresses of pages and pictures of Bluesky. Identifiers in place of handles survive a change of
 * the handle.
 *
 * @param cdn base address of the pictures, without a slash at the end
 */
record Pages(String cdn) {
  private static final String SITE = "https://bsky.app";
  private static final String VIDEO = "https://video.bsky.app/watch/";
  private static final Pattern CID = Pattern.compile("[A-Za-z0-9]{10,128}");

  static String profile(String did) {
    return SITE + "/profile/" + did;
  }

  static String post(AtUri post) {
    return profile(post.did()) + "/post/" + post.rkey();
  }

  static String hashtag(String tag) {
    return SITE + "/hashtag/" + encoded(tag).replace("+", "%20");
  }

  static boolean isCid(String text) {
    return CID.matcher(text).matches();
  }

  /** A picture in the size for lists. */
  String thumbnail(String did, String cid) {
    return picture("feed_thumbnail", did, cid);
  }

  /** A picture as large as the network gives it. */
  String fullSize(String did, String cid) {
    return picture("feed_fullsize", did, cid);
  }

  private String picture(String size, String did, String cid) {
    return cdn + "/img/" + size + "/plain/" + did + "/" + cid + "@jpeg";
  }

  /** A still picture of a film. */
  static String still(String did, String cid) {
    return VIDEO + encoded(did) + "/" + cid + "/thumbnail.jpg";
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8);
  }
}
