package afa.flickr;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether a photo that was public still is, as {@code flickr.photos.getInfo} tells. */
enum FlickrStanding {
  /** It may be shown. */
  PUBLIC,
  /** Deleted, made private, or its owner does not want it elsewhere. */
  GONE;

  /** What getInfo says of a photo that is deleted or private. */
  static final int NOT_FOUND = 1;

  /**
   * Reads a good answer. In doubt a photo stays: an answer that lacks a part says nothing about
   * the wishes of an owner.
   *
   * @param answer null where the photo was not found
   */
  static FlickrStanding of(JsonNode answer) {
    if (answer == null) return GONE;
    JsonNode photo = answer.path("photo");
    boolean hidden = isNo(photo.path("visibility"), "ispublic");
    // canblog and canprint are about the one who asks, and 0 for everybody without a login.
    boolean unwanted = isNo(photo.path("usage"), "canshare");
    return hidden || unwanted ? GONE : PUBLIC;
  }

  private static boolean isNo(JsonNode part, String name) {
    return FlickrJson.text(part, name).equals("0")
        || FlickrJson.text(part, name).equals("false");
  }
}
