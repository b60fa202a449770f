package afa.site;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Media;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MediaViewTest {

  @Test
  void aPhotoShowsItsThumbnailAndLeadsToItself() {
    MediaView photo = view(media(Media.Kind.PHOTO, "https://p/large", "https://p/small"));
    assertThat(photo.still()).isEqualTo("https://p/small");
    assertThat(photo.url()).isEqualTo("https://p/large");
  }

  @Test
  void aPhotoWithoutThumbnailShowsItselfAndAFilmWithoutOneShowsNothing() {
    assertThat(view(media(Media.Kind.PHOTO, "https://p/1", null)).still()).isEqualTo("https://p/1");
    assertThat(view(media(Media.Kind.VIDEO, "https://p/1", null)).still()).isNull();
  }

  @Test
  void aGifThatIsAFilmPlaysAndOneThatIsAPictureIsAPhoto() {
    assertThat(view(media(Media.Kind.GIF, "https://p/1.mp4", null)).type()).isEqualTo("gif");
    assertThat(view(media(Media.Kind.GIF, "https://p/1.GIF?s=1", null)).type()).isEqualTo("photo");
  }

  @Test
  void spaceIsReservedOnlyWhenBothSidesAreKnown() {
    assertThat(sized(800, 600).width()).isEqualTo(800);
    assertThat(sized(800, null).width()).isNull();
    assertThat(sized(800, 0).width()).isNull();
    assertThat(sized(800, 0).height()).isNull();
  }

  @Test
  void aPhotoWithoutDescriptionSaysSo() {
    assertThat(sized(1, 1).alt()).isEqualTo("Photo without description");
  }

  private static MediaView sized(@Nullable Integer width, @Nullable Integer height) {
    return view(new Media(Media.Kind.PHOTO, "https://p/1", null, width, height, " "));
  }

  private static Media media(Media.Kind kind, String url, @Nullable String thumbnail) {
    return new Media(kind, url, thumbnail, null, null, null);
  }

  private static MediaView view(Media media) {
    return MediaView.of(List.of(media)).get(0);
  }
}
