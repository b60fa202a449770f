package afa.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "https://example.com/a > https://example.com/a",
        "http://WWW.Example.com:80/a/ > https://example.com/a",
        "https://example.com:443 > https://example.com/",
        "https://example.com:8443/a > https://example.com:8443/a",
        "https://example.com/a?utm_source=x&id=7&fbclid=z > https://example.com/a?id=7",
        "https://example.com/a?UTM_Medium=x > https://example.com/a",
        "https://example.com/a#section-2 > https://example.com/a",
        "https://example.com/#!/talks/7 > https://example.com/#!/talks/7",
        "https://example.com/x/../a%c3%a9 > https://example.com/a%C3%A9",
        "https://bücher.example/ > https://xn--bcher-kva.example/",
        "https://x.com/ada/status/1?s=20&t=abc > https://x.com/ada/status/1",
        "https://example.com/?s=20 > https://example.com/?s=20",
        "https://youtu.be/abc?si=q&t=90 > https://youtu.be/abc?t=90",
        "https://www.com/ > https://www.com/",
        "https://example.com./a > https://example.com/a"
      })
  void hasOneSpelling(String written, String one) {
    assertThat(LinkAddress.of(written.strip())).contains(one.strip());
    assertThat(LinkAddress.of(one.strip())).contains(one.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.com/a",
        "javascript:alert(1)",
        "https://user:secret@example.com/",
        "https:///nothing",
        "no address",
        "mailto:a@example.com"
      })
  void whatNobodyCanVisitHasNone(String written) {
    assertThat(LinkAddress.of(written)).isEmpty();
  }
}
