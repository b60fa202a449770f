package afa.flickr;

/**
 * Where pictures are.
 *
 * @param pictures base address of all of them at a rehearsed Flickr; null for Flickr's own hosts
 */
record FlickrHosts(String pictures) {
  /** As Flickr documents it ("Photo Image URLs", "Buddyicons"). */
  static final FlickrHosts FLICKR = new FlickrHosts(null);

  private static final String DEFAULT_ICON = "https://www.flickr.com/images/buddyicon.gif";

  /** The address of a photo's pictures up to where the size is named. */
  String stem(String server, String id, String secret) {
    String base = pictures == null ? "https://live.staticflickr.com" : pictures;
    return base + "/" + server + "/" + id + "_" + secret;
  }

  /**
   * The picture of a person.
   *
   * @param server 0 for people who have none
   */
  String icon(long farm, long server, String nsid) {
    if (server == 0) return DEFAULT_ICON;
    String base = pictures == null ? "https://farm" + farm + ".staticflickr.com" : pictures;
    return base + "/" + server + "/buddyicons/" + nsid + ".jpg";
  }
}
