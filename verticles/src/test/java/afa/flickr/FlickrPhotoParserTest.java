package afa.flickr;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Link;
import afa.feed.Media;
import afa.feed.Post;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlickrPhotoParserTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final FlickrPhotoParser PARSER =
      new FlickrPhotoParser(FlickrHosts.FLICKR, Set.of());

  // ---- what becomes of a photo

  @Test
  void aPhotoBecomesAPost() {
    Post post = post(Photos.photo());
    assertThat(post.identity()).isEqualTo("flickr:53000000001");
    assertThat(post.url()).isEqualTo("https://www.flickr.com/photos/beaquill/53000000001/");
    assertThat(post.version()).isEqualTo("1795330900");
    assertThat(post.postedAt()).isEqualTo("2026-11-22T07:00:00Z");
    assertThat(post.author().name()).isEqualTo("Bea Quill");
    assertThat(post.author().handle()).isEqualTo("beaquill");
    assertThat(post.author().url()).isEqualTo("https://www.flickr.com/people/beaquill/");
    assertThat(post.author().avatar())
        .isEqualTo("https://farm8.staticflickr.com/7777/buddyicons/20100524@N05.jpg");
  }

  @Test
  void itsTextIsTitleDescriptionAndTagsForPeople() {
    Post post = post(Photos.photo());
    assertThat(post.text())
        .isEqualTo("The ropewalk at dusk\n\nAll lamps lit.\nSecond line\n\n#inkwherry #ropewalk");
    assertThat(post.links()).allMatch(link -> link.kind() == Link.Kind.TAG).hasSize(2);
    Link tag = post.links().get(0);
    assertThat(post.text().substring(tag.start(), tag.end())).isEqualTo("#inkwherry");
    assertThat(tag.url()).isEqualTo("https://www.flickr.com/photos/tags/inkwherry/");
  }

  @Test
  void aTitleIsPlainTextAndADescriptionHtml() {
    ObjectNode photo = Photos.photo().put("title", "Tea & <b>cake</b> &amp; 👨‍👩‍👧");
    photo
        .putObject("description")
        .put(
            "_content",
            "<script>x()</script><a href=\"https://a.example/?b=1&amp;c=2\">here</a>"
                + " &quot;now&quot; <b>open");
    Post post = post(photo);
    assertThat(post.text()).startsWith("Tea & <b>cake</b> &amp; 👨‍👩‍👧\n\nhere \"now\" open");
    Link link = post.links().get(0);
    assertThat(link.url()).isEqualTo("https://a.example/?b=1&c=2");
    assertThat(post.text().substring(link.start(), link.end())).isEqualTo("here");
  }

  @Test
  void ofManyTagsTheFirstTenAreShown() {
    StringBuilder tags = new StringBuilder();
    for (int i = 0; i < 50; i++) tags.append("tag").append(i).append(' ');
    Post post = post(Photos.photo().put("tags", tags.toString()));
    assertThat(post.text()).endsWith("#tag8 #tag9");
  }

  @Test
  void withoutTitleAndAliasThereIsStillAPost() {
    Post post = post(Photos.photo().put("title", "").put("pathalias", "").put("ownername", ""));
    assertThat(post.url()).isEqualTo("https://www.flickr.com/photos/20100524@N05/53000000001/");
    assertThat(post.author().name()).isEqualTo("20100524@N05");
    assertThat(post.author().handle()).isNull();
    assertThat(post.text()).startsWith("All lamps lit.");
    assertThat(post.media().get(0).alt()).isNull();
  }

  @Test
  void whoHasNoIconGetsFlickrsOwn() {
    assertThat(post(Photos.photo().put("iconserver", "0")).author().avatar())
        .isEqualTo("https://www.flickr.com/images/buddyicon.gif");
  }

  @Test
  void aCamerasClockIsNeverBelieved() {
    ObjectNode photo = Photos.photo().put("datetaken", "1970-01-01 00:00:00");
    assertThat(post(photo).postedAt()).isEqualTo("2026-11-22T07:00:00Z");
  }

  @Test
  void anUploadOfTheFutureHappenedWhenItCame() {
    assertThat(post(Photos.photo().put("dateupload", "4102444800")).postedAt()).isEqualTo(NOW);
    assertThat(post(Photos.photo().put("dateupload", "soon")).postedAt()).isEqualTo(NOW);
  }

  @Test
  void numbersMayBeTextAndTextsMayBePacked() {
    ObjectNode photo = Photos.photo().put("ispublic", "1").put("dateupload", 1_795_330_800L);
    photo.put("id", 53_000_000_001L).put("server", 65_535).put("iconfarm", "8");
    photo.putObject("title").put("_content", "packed");
    assertThat(post(photo).text()).startsWith("packed");
    assertThat(post(photo).identity()).isEqualTo("flickr:53000000001");
  }

  // ---- pictures

  @Test
  void theLargestPictureAndOneForACardAreTaken() {
    Media media = post(Photos.photo()).media().get(0);
    assertThat(media.url()).endsWith("_b.jpg");
    assertThat(media.width()).isEqualTo(1024);
    assertThat(media.height()).isEqualTo(683);
    assertThat(media.thumbnail()).endsWith("_z.jpg");
  }

  @Test
  void oldAddressesAreMadeSecure() {
    ObjectNode photo = Photos.photo();
    photo.put("url_l", "http://farm3.staticflickr.com/2872/1_2_b.jpg");
    assertThat(post(photo).media().get(0).url())
        .isEqualTo("https://farm3.staticflickr.com/2872/1_2_b.jpg");
  }

  @Test
  void withoutAddressesTheyAreBuilt() {
    ObjectNode photo = Photos.photo();
    photo.remove(java.util.List.of("url_m", "url_z", "url_l"));
    FlickrPhoto read = shown(photo);
    String stem = "https://live.staticflickr.com/65535/53000000001_0a1b2c3d4e";
    assertThat(read.image()).hasValue(stem + "_b.jpg");
    assertThat(read.thumbnail()).hasValue(stem + "_z.jpg");
    assertThat(read.image(FlickrSize.MEDIUM_500)).hasValue(stem + ".jpg");
    assertThat(read.image(FlickrSize.SMALL_240)).hasValue(stem + "_m.jpg");
    assertThat(read.image(FlickrSize.LARGE_1600)).isEmpty(); // has a secret of its own
  }

  @Test
  void aSizeThatIsNotToldDoesNotExist() {
    assertThat(shown(Photos.photo()).image(FlickrSize.MEDIUM_800)).isEmpty();
  }

  @Test
  void onlyAddressesThatAPageMayLoadAreTaken() {
    ObjectNode photo = Photos.photo().put("url_l", "javascript:alert(1)").put("url_z", "//x/y");
    assertThat(post(photo).media().get(0).url()).endsWith("4e.jpg");
  }

  // ---- what is not shown

  @Test
  void whatIsNotSurelyPublicIsFiltered() {
    assertThat(read(Photos.photo().put("ispublic", 0))).isInstanceOf(FlickrEntry.Filtered.class);
    assertThat(read(Photos.photo().put("ispublic", "0"))).isInstanceOf(FlickrEntry.Filtered.class);
    assertThat(read(Photos.photo().putNull("ispublic"))).isInstanceOf(FlickrEntry.Filtered.class);
    assertThat(read(Photos.photo().put("media_status", "processing")))
        .isInstanceOf(FlickrEntry.Filtered.class);
    assertThat(read(Photos.photo().put("safety_level", "2")))
        .isInstanceOf(FlickrEntry.Filtered.class);
  }

  @Test
  void whatIsNotForEverybodyCarriesAWarning() {
    assertThat(post(Photos.photo().put("safety_level", 1)).warning()).isNotBlank();
    assertThat(post(Photos.photo().put("safety_level", 0)).warning()).isNull();
  }

  @Test
  void otherLicencesThanThoseWantedAreFiltered() {
    FlickrPhotoParser picky = new FlickrPhotoParser(FlickrHosts.FLICKR, Set.of(5, 9));
    assertThat(picky.read(Photos.photo())).isInstanceOf(FlickrEntry.Filtered.class);
    assertThat(picky.read(Photos.photo().put("license", 9))).isInstanceOf(FlickrEntry.Shown.class);
    assertThat(picky.read(Photos.photo().put("license", "new")))
        .isInstanceOf(FlickrEntry.Filtered.class);
  }

  @Test
  void withoutIdOwnerOrPictureItIsMalformed() {
    ObjectNode bare = Photos.photo();
    bare.remove(java.util.List.of("url_m", "url_z", "url_l", "secret"));
    assertThat(read(Photos.photo().put("id", "../1"))).isInstanceOf(FlickrEntry.Malformed.class);
    assertThat(read(Photos.photo().put("owner", "a/b"))).isInstanceOf(FlickrEntry.Malformed.class);
    assertThat(read(bare)).isInstanceOf(FlickrEntry.Malformed.class);
  }

  @Test
  void ofTheSamePhotoTheNewerVersionCounts() {
    FlickrFound found = new FlickrFound(10);
    found.add(read(Photos.photo().put("title", "new").put("lastupdate", "1795334400")));
    found.add(read(Photos.photo().put("title", "old")));
    assertThat(found.photos()).extracting(FlickrPhoto::title).containsExactly("new");
    found.add(read(Photos.photo().put("ispublic", 0)));
    assertThat(found.photos()).isEmpty();
  }

  private static FlickrEntry read(ObjectNode photo) {
    return PARSER.read(photo);
  }

  private static FlickrPhoto shown(ObjectNode photo) {
    return ((FlickrEntry.Shown) read(photo)).photo();
  }

  private static Post post(ObjectNode photo) {
    return FlickrPosts.of(shown(photo), NOW);
  }
}
