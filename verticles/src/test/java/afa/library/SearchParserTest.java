package afa.library;

import static org.assertj.core.api.Assertions.assertThat;

import afa.library.SearchQuery.Kind;
import afa.library.SearchQuery.Moment;
import afa.library.SearchQuery.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SearchParserTest {

  @Test
  void wordsPhrasesAndWhatMustNotBe() {
    assertThat(terms("grid -table \"mobile first\" -\"print css\""))
        .containsExactly(
            new Term(Kind.WORD, "grid", false),
            new Term(Kind.WORD, "table", true),
            new Term(Kind.PHRASE, "mobile first", false),
            new Term(Kind.PHRASE, "print css", true));
  }

  @Test
  void filtersAreMarksOfTheArchive() {
    assertThat(terms("#AEA from:@Ada@M.Example source:X lang:de-AT has:photo -has:link tag:grid"))
        .containsExactly(
            new Term(Kind.MARK, "#aea", false),
            new Term(Kind.MARK, "@ada@m.example", false),
            new Term(Kind.MARK, "=source:x", false),
            new Term(Kind.MARK, "=lang:de", false),
            new Term(Kind.MARK, "=photo", false),
            new Term(Kind.MARK, "=link", true),
            new Term(Kind.MARK, "#grid", false));
  }

  @Test
  void eventsAndTalksAreTakenAsTheyAre() {
    assertThat(terms("event:aea2010 -talk:Ab_1"))
        .containsExactly(new Term(Kind.EVENT, "aea2010", false), new Term(Kind.TALK, "Ab_1", true));
  }

  @Test
  void daysAndMomentsAreLimits() {
    SearchQuery query = SearchParser.parse("after:2010-05-24 before:2010-05-26T10:00:00Z");
    assertThat(query.from()).isEqualTo(new Moment(LocalDate.parse("2010-05-24"), null));
    assertThat(query.until()).isEqualTo(new Moment(null, Instant.parse("2010-05-26T10:00:00Z")));
    assertThat(query.isEmpty()).isFalse();
  }

  @Test
  void whatMakesNoSenseIsSaidInASentence() {
    assertThat(SearchParser.parse("has:beer before:2010-13-45 !!!").notes())
        .containsExactly(
            "has:beer means nothing here; has:photo, has:link, has:question do.",
            "before:2010-13-45 is no day; write it as in before:2010-05-24.",
            "Signs without letters, such as “!!!”, are not looked for.");
  }

  @Test
  void whatIsNoFilterIsWords() {
    assertThat(terms("https://example.org/a ratio 16:9 foo:bar don't -"))
        .extracting(Term::text)
        .containsExactly("https://example.org/a", "ratio", "16:9", "foo:bar", "don't");
  }

  @Test
  void aQuotationMarkThatIsNeverClosedEndsWithTheText() {
    assertThat(terms("grid “mobile first"))
        .containsExactly(
            new Term(Kind.WORD, "grid", false), new Term(Kind.PHRASE, "mobile first", false));
  }

  @Test
  void nothingAskedIsEmpty() {
    for (String nothing : List.of("", "   ", "\"\"", "-", "!!")) {
      assertThat(SearchParser.parse(nothing).isEmpty()).as(nothing).isTrue();
    }
  }

  @Test
  void neitherLengthNorNumberOfWordsIsUnbounded() {
    SearchQuery query = SearchParser.parse("word ".repeat(1_000));
    assertThat(query.terms()).hasSize(SearchParser.MOST_TERMS);
    assertThat(query.notes()).hasSize(2);
  }

  @Test
  void nothingThatAnybodyTypesThrows() {
    Random random = new Random(6);
    String signs = "ab\"'-:#@()&|!*\\<>%_\0\uD800\uDC00 \t\n“”é日🎉fromhas";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      SearchParser.parse(text.toString());
    }
  }

  private static List<Term> terms(String text) {
    SearchQuery query = SearchParser.parse(text);
    return query.terms();
  }
}
