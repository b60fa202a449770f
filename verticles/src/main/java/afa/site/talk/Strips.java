package afa.site.talk;

import afa.feed.Post;
import afa.feed.VenueTime;
import afa.library.talk.TalkLinks;
import afa.library.talk.TalkPeople;
import afa.library.talk.TalkPost;
import afa.site.ContentView;
import afa.site.MediaView;
import afa.site.PersonView;
import afa.site.WebAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the posts of a talk: photos, questions, links and people. What carries a content
 * warning stands in its card only.
 *
 * @param talk path of the talk's page
 * @param here numbers of the posts whose cards are on the page
 */
public record Strips(String talk, Set<Long> here, VenueTime venue, Instant now) {
  public Strips {
    here = Set.copyOf(here);
  }

  /** A photo with who took it. */
  public record Photo(
      long n, MediaView media, String author, Instant at, String label, String href) {}

  /** Something that was asked. */
  public record Asked(
      long n,
      PersonView author,
      String text,
      @Nullable String lang,
      Instant at,
      String label,
      String href) {}

  /**
   * An address that was named.
   *
   * @param title absent until its page told it
   * @param place what the address says, without what says nothing
   */
  public record Link(
      long n,
      @Nullable String href,
      @Nullable String title,
      String place,
      boolean refused,
      String author,
      Instant at,
      String label,
      String post,
      long times,
      long people) {}

  /** Somebody who posted. */
  public record Voice(PersonView person, String network, long posts) {}

  public List<Photo> photos(List<TalkPost> posts, int limit) {
    List<Photo> photos = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (TalkPost each : posts) {
      if (ContentView.warning(each.post()) != null) continue;
      for (MediaView media : MediaView.of(each.post().media())) {
        boolean isPhoto = media.type().equals("photo");
        if (!isPhoto || photos.size() >= limit || !seen.add(media.url())) continue;
        Post post = each.post();
        photos.add(new Photo(
            each.n(),
            media,
            PersonView.of(post.author()).name(),
            post.postedAt(),
            label(post),
            post(each.n())));
      }
    }
    return photos;
  }

  public List<Asked> questions(List<TalkPost> posts) {
    return posts.stream()
        .filter(each -> ContentView.warning(each.post()) == null)
        .map(each -> new Asked(
            each.n(),
            PersonView.of(each.post().author()),
            each.post().text(),
            ContentView.lang(each.post().lang()),
            each.post().postedAt(),
            label(each.post()),
            post(each.n())))
        .toList();
  }

  public List<Link> links(List<TalkLinks.Named> named) {
    return named.stream().map(this::link).toList();
  }

  private Link link(TalkLinks.Named link) {
    String landed = WebAddress.orNull(link.landed());
    return new Link(
        link.n(),
        link.refused() ? null : landed == null ? WebAddress.orNull(link.url()) : landed,
        link.title(),
        place(link.place()),
        link.refused(),
        link.author(),
        link.saidAt(),
        venue.label(link.saidAt(), now),
        post(link.n()),
        link.times(),
        link.people());
  }

  public List<Voice> people(List<TalkPeople.Voice> voices) {
    return voices.stream()
        .map(voice -> new Voice(PersonView.of(voice.author()), voice.source(), voice.posts()))
        .toList();
  }

  private String label(Post post) {
    return venue.label(post.postedAt(), now);
  }

  /** Where the card of a post stands: here, or at the top of the page that begins with it. */
  private String post(long n) {
    return here.contains(n) ? "#u" + n : talk + "?after=" + (n - 1) + "#u" + n;
  }

  private static String place(String address) {
    try {
      URI uri = URI.create(address);
      String rest = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
      return uri.getHost() + (rest.equals("/") ? "" : rest);
    } catch (IllegalArgumentException odd) {
      return address;
    }
  }
}
