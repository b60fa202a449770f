package afa.flickr;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A photo on Flickr: what is said of it, and every address that belongs to it.
 *
 * @param id digits; longer than 32 bits
 * @param title plain text, "" for none
 * @param description HTML, "" for none
 * @param tags in Flickr's form: lower case, no spaces
 * @param uploaded when Flickr got it; null where that is not known. When it was taken is told by a
 *     camera's clock, without a zone, and used for nothing here
 * @param version Unix seconds of its last change; null where that is not known
 * @param warning why it is not for everybody's eyes; null for almost all
 */
record FlickrPhoto(
    String id,
    FlickrOwner owner,
    FlickrPictures pictures,
    String title,
    String description,
    List<String> tags,
    Instant uploaded,
    String version,
    String warning) {

  FlickrPhoto {
    tags = List.copyOf(tags);
  }

  /** Where it stands on Flickr; Flickr's terms ask for a link to it wherever a photo is shown. */
  String page() {
    return "https://www.flickr.com/photos/" + owner.path() + "/" + id + "/";
  }

  /** Address of the picture to show in a list. */
  Optional<String> thumbnail() {
    return pictures.small().map(FlickrPictures.Picture::url);
  }

  /** Address of the picture to look at. */
  Optional<String> image() {
    return pictures.large().map(FlickrPictures.Picture::url);
  }

  /** Address of the picture in one size, if there is such a thing or may be. */
  Optional<String> image(FlickrSize size) {
    return pictures.in(size).map(FlickrPictures.Picture::url);
  }

  /** Where photos of a tag stand. */
  static String tagPage(String tag) {
    return "https://www.flickr.com/photos/tags/" + FlickrUrls.encoded(tag) + "/";
  }
}
