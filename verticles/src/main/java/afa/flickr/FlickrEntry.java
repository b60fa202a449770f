package afa.flickr;

/** What an element of a list turned out to be. */
sealed interface FlickrEntry {

  /** Something to show. */
  record Shown(FlickrPhoto photo) implements FlickrEntry {}

  /**
   * A photo that must not be shown, or no longer.
   *
   * @param id of the photo
   */
  record Filtered(String id, String reason) implements FlickrEntry {}

  /**
   * Should have been a photo.
   *
   * @param reason ours, without anything of what was received
   */
  record Malformed(String reason) implements FlickrEntry {}
}
