package afa.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageTitleTest {
  @Test
  void isOneLineInTheCharactersOfThePage() {
    Buffer latin = Buffer.buffer(
        "<title>\n Caf\u00e9 &amp;\n more </title>".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(PageTitle.of("text/html; charset=iso-8859-1", latin)).isEqualTo("Café & more");
    Buffer told = Buffer.buffer("<meta charset=utf-8><title>Café</title>");
    assertThat(PageTitle.of("text/html", told)).isEqualTo("Café");
  }

  @Test
  void isFoundInAPageThatIsCutOff() {
    assertThat(PageTitle.of("text/html", Buffer.buffer("<title>Grids</title><body><p>And th")))
        .isEqualTo("Grids");
  }

  @Test
  void otherFilesHaveNone() {
    assertThat(PageTitle.of("image/png", Buffer.buffer("<title>Grids</title>"))).isNull();
    assertThat(PageTitle.of(null, Buffer.buffer("<title>Grids</title>"))).isNull();
    assertThat(PageTitle.of("text/html; charset=nonsense?", Buffer.buffer("x"))).isNull();
  }

  @Test
  void aLongOneIsCutOff() {
    assertThat(PageTitle.of("text/html", Buffer.buffer("<title>" + "🎉".repeat(300) + "</title>")))
        .isEqualTo("🎉".repeat(200) + "…");
  }
}
