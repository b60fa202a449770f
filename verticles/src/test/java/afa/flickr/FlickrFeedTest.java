package afa.flickr;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Post;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FlickrFeedTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  @Test
  void anItemBecomesAPost() {
    Post post = FlickrPosts.of(shown(Photos.item()), NOW);
    assertThat(post.identity()).isEqualTo("flickr:53000000001");
    assertThat(post.url()).isEqualTo("https://www.flickr.com/photos/beaquill/53000000001/");
    assertThat(post.text())
        .isEqualTo("The ropewalk's lamps\n\nAll lamps lit & shining\n\n#inkwherry #ropewalk");
    assertThat(post.links()).hasSize(3);
    assertThat(post.author().name()).isEqualTo("Bea Quill");
    assertThat(post.author().handle()).isEqualTo("beaquill");
    assertThat(post.postedAt()).isEqualTo("2026-11-22T07:00:00Z");
    assertThat(post.version()).isNull();
  }

  @Test
  void largerPicturesAreBuiltFromTheSmallOne() {
    FlickrPhoto photo = shown(Photos.item());
    assertThat(photo.image().orElseThrow()).endsWith("/53000000001_0a1b2c3d4e_b.jpg");
    assertThat(photo.thumbnail().orElseThrow()).endsWith("/53000000001_0a1b2c3d4e_z.jpg");
    ObjectNode strange = Photos.item();
    strange.putObject("media").put("m", "https://pictures.example/strange.png");
    assertThat(shown(strange).image()).hasValue("https://pictures.example/strange.png");
  }

  @Test
  void anApostropheThatIsEscapedIsRead() {
    String json = Photos.feed(Photos.item()).toString().replace("'", "\\'");
    assertThat(FlickrJson.object(json)).isEmpty();
    var items = FlickrFeed.json(new FlickrAnswer(200, null, json)).orElseThrow().path("items");
    assertThat(shown((ObjectNode) items.get(0)).title()).isEqualTo("The ropewalk's lamps");
  }

  @Test
  void aBackslashThatIsItselfEscapedStays() {
    assertThat(FlickrFeed.legal("{\"a\":\"\\\\'\"}")).isEqualTo("{\"a\":\"\\\\'\"}");
    assertThat(FlickrFeed.legal("\\'\\n\\")).isEqualTo("'\\n\\");
  }

  @Test
  void aWrappedFeedIsReadToo() {
    String wrapped = "jsonFlickrFeed(" + Photos.feed(Photos.item()) + ")";
    assertThat(FlickrFeed.json(new FlickrAnswer(200, null, wrapped))).isPresent();
    assertThat(FlickrFeed.json(new FlickrAnswer(200, null, "<rss/>"))).isEmpty();
  }

  @Test
  void withoutALinkToAPhotoThereIsNoId() {
    assertThat(FlickrFeed.read(Photos.item().put("link", "https://www.flickr.com/")))
        .isInstanceOf(FlickrEntry.Malformed.class);
    assertThat(FlickrFeed.read(Photos.item().putNull("media")))
        .isInstanceOf(FlickrEntry.Malformed.class);
  }

  private static FlickrPhoto shown(ObjectNode item) {
    return ((FlickrEntry.Shown) FlickrFeed.read(item)).photo();
  }
}
