package afa.rehearsal.syndication;

import afa.rehearsal.Photo;

/** Addresses of the pictures in articles. */
final class BlogPictures {
  private BlogPictures() {}

  /** Where the rehearsal draws it. */
  static String url(Photo photo, String url) {
    return url + "/media/" + photo.seed() + "/" + photo.scene().id() + ".svg";
  }
}
