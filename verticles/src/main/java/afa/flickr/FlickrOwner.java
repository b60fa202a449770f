package afa.flickr;

import afa.feed.Author;

/**
 * Who uploaded a photo.
 *
 * @param nsid Flickr's id of a person, such as {@code 12345678@N00}
 * @param alias the name that the person chose for addresses; "" for none
 * @param name as it is shown; "" where Flickr does not say
 * @param icon address of the person's picture, null where it is not known
 */
record FlickrOwner(String nsid, String alias, String name, String icon) {

  /** What stands for the person in addresses. */
  String path() {
    return alias.isEmpty() ? nsid : alias;
  }

  /** The person's page. */
  String page() {
    return "https://www.flickr.com/people/" + path() + "/";
  }

  Author author() {
    String shown = name.isEmpty() ? path() : name;
    return new Author(shown, alias.isEmpty() ? null : alias, page(), icon);
  }
}
