package afa.rehearsal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import afa.rehearsal.Photo;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class PictureTest {

  private static Element parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  @ParameterizedTest
  @EnumSource
  void everySceneIsAWellFormedPictureOfItsSize(Photo.Scene scene) throws Exception {
    for (int seed = 0; seed < 50; seed++) {
      Element svg = parsed(ScenePicture.draw(scene, seed));
      assertThat(svg.getAttribute("width")).isEqualTo(Integer.toString(scene.width()));
      assertThat(svg.getChildNodes().getLength()).isGreaterThan(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSeedDecidesHowItLooks(Photo.Scene scene) {
    String picture = ScenePicture.draw(scene, 1);
    assertThat(ScenePicture.draw(scene, 1)).isEqualTo(picture);
    assertThat(ScenePicture.draw(scene, 2)).isNotEqualTo(picture);
  }
}
