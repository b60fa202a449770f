package afa.x;

import static org.assertj.core.api.Assertions.assertThat;

import afa.config.Section;
import afa.x.XPolicy.Sensitive;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class XPolicyTest {
  private static final XPolicy GERMANY = new XPolicy("DE", Sensitive.WARN);
  private static final XPolicy STRICT = new XPolicy("", Sensitive.HIDE);

  @Test
  void whatIsWithheldEverywhereOrHereIsNotShown() {
    assertThat(read(withheld("FR", "XX"), XPolicy.DEFAULT)).isInstanceOf(XLine.Filtered.class);
    assertThat(read(withheld("XY"), XPolicy.DEFAULT)).isInstanceOf(XLine.Filtered.class);
    assertThat(read(withheld("FR", "DE"), GERMANY)).isInstanceOf(XLine.Filtered.class);
    assertThat(read(withheld("FR"), GERMANY)).isInstanceOf(XLine.Shown.class);
    assertThat(read(withheld("DE"), XPolicy.DEFAULT)).isInstanceOf(XLine.Shown.class);
  }

  @Test
  void norIsWhatAWithheldOrProtectedAuthorWrites() {
    XLines hidden = XLines.post("a");
    author(hidden).put("protected", true);
    XLines gone = XLines.post("b");
    author(gone).putObject("withheld").putArray("country_codes").add("DE");
    assertThat(read(hidden, XPolicy.DEFAULT)).isInstanceOf(XLine.Filtered.class);
    assertThat(read(gone, GERMANY)).isInstanceOf(XLine.Filtered.class);
  }

  @Test
  void norARepostOfSuch() {
    XLines line = XLines.post("RT @ada_l: d");
    ObjectNode original = line.with("retweeted", "1999", "d", "72");
    original.putObject("withheld").putArray("country_codes").add("XX");
    assertThat(read(line, XPolicy.DEFAULT)).isInstanceOf(XLine.Filtered.class);
  }

  @Test
  void aQuoteIsShownWithoutIt() {
    XLines line = XLines.post("see this");
    line.with("quoted", "1998", "secret", "71")
        .putObject("withheld")
        .putArray("country_codes")
        .add("XX");
    assertThat(read(line, XPolicy.DEFAULT)).isInstanceOfSatisfying(XLine.Shown.class, shown -> {
      assertThat(shown.post().quoteOf()).isEqualTo("1998");
      assertThat(shown.post().original()).isNull();
    });
  }

  @Test
  void sensitivePostsComeWithAWarningOrNotAtAll() {
    XLines own = XLines.post("a");
    own.data.put("possibly_sensitive", true);
    XLines passedOn = XLines.post("RT @ada_l: d");
    passedOn.with("retweeted", "1999", "d", "72").put("possibly_sensitive", true);
    XLines quoting = XLines.post("e");
    quoting.with("quoted", "1999", "d", "71").put("possibly_sensitive", true);
    for (XLines line : List.of(own, passedOn, quoting)) {
      assertThat(read(line, XPolicy.DEFAULT))
          .isInstanceOfSatisfying(
              XLine.Shown.class,
              shown -> assertThat(shown.post().warning()).isEqualTo("marked as sensitive"));
    }
    assertThat(read(own, STRICT)).isInstanceOf(XLine.Filtered.class);
    assertThat(read(passedOn, STRICT)).isInstanceOf(XLine.Filtered.class);
    assertThat(read(XLines.post("b"), STRICT)).isInstanceOf(XLine.Shown.class);
  }

  @Test
  void whatMustNotBeShownIsTakenAwayInCaseItWas() {
    assertThat(read(withheld("XX"), XPolicy.DEFAULT).taken().retracted())
        .containsExactly("x:2000000000000000001");
  }

  @Test
  void settingsAreRead() {
    assertThat(settings(Map.of("country", "DE", "sensitive", "hide")))
        .isEqualTo(new XPolicy("DE", Sensitive.HIDE));
    assertThat(settings(Map.of())).isEqualTo(XPolicy.DEFAULT);
    assertThat(problems).isEmpty();
    settings(Map.of("country", "Germany", "sensitive", "maybe"));
    assertThat(problems).hasSize(2);
  }

  private final List<String> problems = new ArrayList<>();

  private XPolicy settings(Map<String, Object> x) {
    return XPolicy.read(Section.root(x, problems));
  }

  private static XLines withheld(String... countries) {
    XLines line = XLines.post("b");
    for (String country : countries) {
      line.data.withObject("withheld").withArray("country_codes").add(country);
    }
    return line;
  }

  private static ObjectNode author(XLines line) {
    return (ObjectNode) line.includes.at("/users/0");
  }

  private static XLine read(XLines line, XPolicy policy) {
    return new XPostParser(policy).line(line.toString(), XLines.NOW, Set.of());
  }
}
