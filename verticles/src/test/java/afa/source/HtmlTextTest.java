package afa.source;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.Link;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
  private static final String BASE = "https://social.example/";

  @Test
  void paragraphsStandApartAndBreaksBreak() {
    assertThat(text("<p>One<br>two<br />three</p>\n<p>four</p>"))
        .isEqualTo("One\ntwo\nthree\n\nfour");
    assertThat(text("<div>one</div><div>two</div>")).isEqualTo("one\ntwo");
    assertThat(text("  <p> </p><p>only </p><p></p>")).isEqualTo("only");
  }

  @Test
  void spaceCollapsesExceptInPreformattedText() {
    assertThat(text("a \n\t b<b> c</b>")).isEqualTo("a b c");
    assertThat(text("<pre><code>if\n  x\n</code></pre>after")).isEqualTo("if\n  x\n\nafter");
  }

  @Test
  void entitiesAreDecodedOnce() {
    assertThat(text("&lt;b&gt; &amp;amp; &quot;&#39;&eacute;&nbsp;&hellip;"))
        .isEqualTo("<b> &amp; \"'é\u00a0…");
  }

  @Test
  void listsHaveBulletsOrNumbers() {
    assertThat(text("<p>See</p><ul><li>a</li><li><p>b</p><p>bb</p></li></ul><p>end</p>"))
        .isEqualTo("See\n\n• a\n• b\nbb\n\nend");
    assertThat(text("<ol start=3><li>a<li>b<li value=9>c</ol>")).isEqualTo("3. a\n4. b\n9. c");
  }

  @Test
  void quotedLinesAreMarked() {
    assertThat(text(
            "<p>She said</p><blockquote><p>one<br>two</p><p>three</p></blockquote><p>Yes.</p>"))
        .isEqualTo("She said\n\n> one\n> two\n\n> three\n\nYes.");
  }

  @Test
  void aMastodonLinkShowsWhatTheServerWouldShow() {
    HtmlText read =
        of("<p>Slides: <a href=\"https://example.org/long/path?x=1&amp;y=2\" rel=\"nofollow\">"
            + "<span class=\"invisible\">https://</span><span class=\"ellipsis\">example.org/lo</span>"
            + "<span class=\"invisible\">ng/path</span></a> now</p>");
    assertThat(read.text()).isEqualTo("Slides: example.org/lo… now");
    assertThat(read.links())
        .containsExactly(new Link(8, 23, "https://example.org/long/path?x=1&y=2", Link.Kind.LINK));
  }

  @Test
  void tagsAndMentionsAreKnownByTheirMarkup() {
    HtmlText read = of(
        "<p><span class=\"h-card\"><a href=\"https://b.example/@kim\" class=\"u-url mention\">"
            + "@<span>kim</span></a></span> at <a href=\"/tags/conf\" class=\"mention hashtag\" rel=\"tag\">"
            + "#<span>Conf</span></a> <a rel='nofollow tag' href='https://c.example/t/x'>#x</a></p>");
    assertThat(shown(read))
        .containsExactly(
            "MENTION @kim https://b.example/@kim",
            "TAG #Conf https://social.example/tags/conf",
            "TAG #x https://c.example/t/x");
  }

  @Test
  void onlyLinksToTheWebRemain() {
    HtmlText read =
        of("<a href='javascript:alert(1)'>a</a> <a href='data:text/html,x'>b</a> <a>c</a> "
            + "<a href=' JaVaScRiPt:x'>d</a> <a href='mailto:a@b'>e</a> <a href='HTTPS://x.example'>f</a> "
            + "<a href='https://y.example'> </a> <a href='//z.example/p'>g</a>");
    assertThat(read.text()).isEqualTo("a b c d e f g");
    assertThat(shown(read))
        .containsExactly("LINK f https://x.example", "LINK g https://z.example/p");
  }

  @Test
  void whatIsNotToBeReadIsDropped() {
    assertThat(
            text(
                "<script>x()</script>a<style>p{}</style><iframe>y</iframe><svg><text>z</text></svg>"
                    + "<img src=x onerror=alert(1) alt=q><!-- c --><p hidden>h</p><noscript>n</noscript>b"))
        .isEqualTo("ab");
    assertThat(text("smile <img class=emoji alt=😀 src=x>")).isEqualTo("smile 😀");
  }

  @Test
  void theFallbackOfAQuoteCanBeLeftOut() {
    String html =
        "<p class=\"quote-inline\">RE: <a href=\"https://a.example/1\">a.example/1</a></p><p>True.</p>";
    assertThat(text(html)).isEqualTo("RE: a.example/1\n\nTrue.");
    assertThat(HtmlText.withoutQuoteFallback(html, BASE))
        .isEqualTo(new HtmlText("True.", List.of()));
  }

  @Test
  void controlCharactersAndOverridesOfDirectionAreGone() {
    assertThat(text("a\u0000b\u0007c\u202Ed\uFEFF\u2028e \ud83d")).isEqualTo("abcd e \uFFFD");
    assertThat(PlainText.label("Kim\u202B\u2067\n Doe\t", 40)).isEqualTo("Kim  Doe");
    assertThat(PlainText.label("ab😀", 3)).isEqualTo("ab");
  }

  @Test
  void offsetsCountUtf16Units() {
    HtmlText read = of("<p>😀👩‍🚀 <a href='https://x.example/'>link</a></p>");
    assertThat(shown(read)).containsExactly("LINK link https://x.example/");
  }

  @Test
  void aLongTextEndsWithAnEllipsis() {
    HtmlText read = of("<p>" + "😀".repeat(30_000) + "<a href='https://x.example'>x</a>");
    assertThat(read.text())
        .hasSizeBetween(HtmlText.MOST_TEXT - 3, HtmlText.MOST_TEXT)
        .endsWith("😀…");
    assertThat(read.links()).isEmpty();
    HtmlText allLink = of("<a href='https://x.example'>" + "x".repeat(30_000));
    assertThat(allLink.links()).hasSize(1);
    assertSound(allLink);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>",
        "<div>",
        "<blockquote>",
        "<ul><li>",
        "<a href='https://x.example'>x",
        "<table><tr><td>",
        "</p>",
        "<p",
        "<!--",
        "<ol><li>x",
        "&",
        "<x y=",
        "<select>",
        "<svg>",
        "<font a>x",
        "<ruby><rt>",
        "<br>x",
        "<a href='https://x.example'><table>y"
      })
  void depthAndNonsenseAreSurvived(String piece) {
    assertSound(of(piece.repeat(60_000 / piece.length())));
    assertSound(of(piece.repeat(3_000) + "end</i></u>".repeat(3_000)));
  }

  @Test
  void anyMixtureOfPiecesIsSurvived() {
    String[] pieces = {
      "<p>",
      "</p>",
      "<a href='/t' class=mention>",
      "</a>",
      "<li>",
      "<ol>",
      "</ol>",
      "<pre>",
      "</pre>",
      "\n",
      " ",
      "x",
      "😀",
      "\ud83d",
      "<blockquote>",
      "</blockquote>",
      "<br>",
      "&lt;",
      "&#x202e;",
      "<span class=ellipsis>",
      "<span class=invisible>",
      "</span>",
      "<td>",
      "\u0000",
      "<",
      ">",
      "\""
    };
    Random random = new Random(42);
    for (int i = 0; i < 3_000; i++) {
      assertSound(of(random
          .ints(random.nextInt(40), 0, pieces.length)
          .mapToObj(n -> pieces[n])
          .collect(Collectors.joining())));
    }
  }

  @Test
  void aMalformedBaseLeavesAbsoluteLinks() {
    HtmlText read =
        HtmlText.of("<a href='/a'>a</a> <a href='https://x.example/'>b</a>", "::nonsense");
    assertThat(shown(read)).containsExactly("LINK b https://x.example/");
  }

  private static void assertSound(HtmlText read) {
    assertThat(read.text())
        .isEqualTo(read.text().strip())
        .hasSizeLessThanOrEqualTo(HtmlText.MOST_TEXT);
    assertThat(read.text()
            .chars()
            .filter(c -> c != '\n' && c != '\t')
            .anyMatch(Character::isISOControl))
        .isFalse();
    int last = 0;
    for (Link link : read.links()) {
      assertThat(link.start()).isGreaterThanOrEqualTo(last).isLessThan(link.end());
      last = link.end();
    }
    assertThat(last).isLessThanOrEqualTo(read.text().length());
  }

  private static Stream<String> shown(HtmlText read) {
    return read.links().stream()
        .map(l -> l.kind() + " " + read.text().substring(l.start(), l.end()) + " " + l.url());
  }

  private static HtmlText of(String html) {
    return HtmlText.of(html, BASE);
  }

  private static String text(String html) {
    return of(html).text();
  }
}
