package afa.x;

import static org.assertj.core.api.Assertions.assertThat;

import afa.x.XRules.Change;
import afa.x.XRules.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class XRulesTest {
  private static final String OURS = XRules.tag("aea2026");

  @Test
  void itIsKnownWhetherARuleFindsReposts() {
    assertThat(XRules.excludesReposts("(#aea OR #aneventapart) -is:retweet")).isTrue();
    assertThat(XRules.excludesReposts("#aea lang:en -is:retweet -is:nullcast")).isTrue();
    String[] others = {
      "#aea",
      "#aea OR #b -is:retweet",
      "(#aea -is:retweet) OR #b",
      "\"-is:retweet\"",
      "-(-is:retweet)"
    };
    for (String rule : others) assertThat(XRules.excludesReposts(rule)).as(rule).isFalse();
  }

  @Test
  void onlyTheDifferenceIsChanged() {
    Change change = XRules.change(
        List.of("#aea", "from:aea"),
        List.of(new Rule("1", "#aea", OURS), new Rule("2", "#old", OURS)),
        OURS);
    assertThat(change).isEqualTo(new Change(List.of("from:aea"), List.of("2"), false));
  }

  @Test
  void rulesOfOthersStay() {
    List<Rule> others = List.of(
        new Rule("1", "#cats", ""),
        new Rule("2", "#dogs", "pets"),
        new Rule("3", "#aea", XRules.tag("aea2025")));
    assertThat(XRules.change(List.of("#afa"), others, OURS).delete()).isEmpty();
    assertThat(XRules.foreign(List.of("#afa"), others, OURS))
        .containsExactlyInAnyOrder("1", "2", "3");
  }

  @Test
  void aRuleThatSomebodyElseHasAddedIsNotAddedAgain() {
    List<Rule> others = List.of(new Rule("1", "#aea", "by hand"));
    assertThat(XRules.change(List.of("#aea"), others, OURS).add()).isEmpty();
    assertThat(XRules.foreign(List.of("#aea"), others, OURS)).isEmpty();
  }

  @Test
  void whiteSpaceMakesNoOtherRule() {
    List<Rule> existing = List.of(new Rule("1", "(#aea OR #afa) lang:en", OURS));
    assertThat(XRules.change(List.of(" (#aea  OR #afa)\n lang:en"), existing, OURS))
        .isEqualTo(new Change(List.of(), List.of(), false));
  }

  @Test
  void theOldOnesGoFirstOnlyWhereThereIsNoRoomForBoth() {
    List<Rule> existing =
        IntStream.range(0, 600).mapToObj(i -> new Rule("" + i, "old" + i, OURS)).toList();
    List<String> few = IntStream.range(0, 400).mapToObj(i -> "new" + i).toList();
    List<String> many = IntStream.range(0, 401).mapToObj(i -> "new" + i).toList();
    assertThat(XRules.change(few, existing, OURS).deleteFirst()).isFalse();
    assertThat(XRules.change(many, existing, OURS).deleteFirst()).isTrue();
  }

  @Test
  void anAppWithoutRulesHasNone() {
    assertThat(XRules.read(XJson.object("{\"meta\":{\"result_count\":0}}").orElseThrow()))
        .isEmpty();
  }

  @Test
  void aDuplicateIsThereAndAnInvalidRuleIsNamed() {
    XRules.Added added = XRules.readAdded(XJson.object(
            """
        {"data":[{"id":"10","value":"#a","tag":"t"}],
         "errors":[
          {"value":"#b","id":"11","title":"DuplicateRule",
           "type":"https://api.x.com/2/problems/duplicate-rules"},
          {"value":"#c AND","title":"UnprocessableEntity","details":["no viable input"],
           "type":"https://api.twitter.com/2/problems/invalid-rules"}]}
        """)
        .orElseThrow());
    assertThat(added.ids()).isEqualTo(Set.of("10", "11"));
    assertThat(added.refused()).containsExactly("X refuses the rule \"#c AND\": no viable input");
  }
}
