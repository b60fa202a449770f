package afa.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XLookedUpTest {
  private static final Map<String, List<String>> ASKED = Map.of(
      "1", List.of("x:1"), "2", List.of("x:2", "x:22"), "3", List.of("x:3"), "4", List.of("x:4"));

  @Test
  void onlyWhatXSaysIsGoneIsTakenAway() {
    XLookedUp found = read("{'data':[{'id':'1','text':'a'}],'errors':["
        + "{'value':'2','parameter':'ids','type':'https://api.x.com/2/problems/resource-not-found'},"
        + "{'resource_id':'3','type':'https://api.twitter.com/2/problems/not-authorized-for-resource'}"
        + "]}");
    assertThat(found.retracted()).containsExactlyInAnyOrder("x:2", "x:22", "x:3");
  }

  @Test
  void whatIsMissingWithoutAWordStays() {
    assertThat(read("{'data':[{'id':'1','text':'a'}]}").retracted()).isEmpty();
    assertThat(read("{}").retracted()).isEmpty();
    assertThat(read("{'data':null,'errors':{'2':'gone'}}").retracted()).isEmpty();
  }

  @Test
  void errorsAboutOtherThingsTakeNothingAway() {
    String[] others = {
      "{'value':'2','parameter':'ids','type':'about:blank'}",
      "{'value':'2','parameter':'ids','type':'https://api.x.com/2/problems/rate-limit-exceeded'}",
      "{'value':'2','parameter':'author_id',"
          + "'type':'https://api.x.com/2/problems/resource-not-found'}",
      "{'value':'99','parameter':'ids','type':'https://api.x.com/2/problems/resource-not-found'}",
      "{'value':{'id':'2'},'type':'https://api.x.com/2/problems/resource-not-found'}",
      "7",
    };
    for (String other : others) {
      assertThat(read("{'errors':[" + other + "]}").retracted()).as(other).isEmpty();
    }
  }

  @Test
  void aPostThatIsThereStaysWhateverAnErrorSays() {
    assertThat(read("{'data':[{'id':'2','text':'a'}],'errors':[{'value':'2','parameter':'ids',"
                + "'type':'https://api.x.com/2/problems/resource-not-found'}]}")
            .retracted())
        .isEmpty();
  }

  @Test
  void editsAreNoticedByTheirHistoryInBothSpellings() {
    assertThat(read("{'data':[{'id':'1','edit_history_tweet_ids':['1','10']},"
                + "{'id':'2','edit_history_post_ids':['2','20']},"
                + "{'id':'3','edit_history_tweet_ids':['3']}]}")
            .outdated())
        .containsExactly("10", "20");
  }

  @Test
  void whatMustNotBeShownAnyMoreIsTakenAway() {
    XLookedUp found = read("{'data':[{'id':'1','withheld':{'country_codes':['XY']}},"
        + "{'id':'2','author_id':'7'}],'includes':{'users':[{'id':'7','protected':true}]}}");
    assertThat(found.retracted()).containsExactlyInAnyOrder("x:1", "x:2", "x:22");
  }

  private static XLookedUp read(String json) {
    return XLookedUp.read(
        XJson.object(json.replace('\'', '"')).orElseThrow(), ASKED, XPolicy.DEFAULT);
  }
}
