package afa.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import afa.feed.FeedJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  private final List<JsonNode> ledger = new ArrayList<>();
  private final List<JsonNode> log = new ArrayList<>();

  @Test
  void whatIsThereOnceIsRight() throws Exception {
    sent("a", "a", false);
    here("post", "a", "");
    assertThat(tally().isRight()).isTrue();
  }

  @Test
  void whatIsMissingDoubledOrDeletedAndStillThereIsNamed() throws Exception {
    sent("a", "a", false);
    sent("b", "b", false);
    sent("c", "c", true);
    here("post", "b", "");
    here("post", "b", "");
    here("post", "c", "");
    assertThat(tally().missing()).containsExactly("a");
    assertThat(tally().doubled()).containsExactly("b");
    assertThat(tally().extra()).containsExactly("c");
  }

  @Test
  void anEditMustBeSeenInThePlaceOfThePost() throws Exception {
    sent("a", "a", false);
    sent("a2", "a", false);
    here("post", "a", "");
    assertThat(tally().unedited()).containsExactly("a");
    log.clear();
    here("post", "a", ",\"version\":\"a2\"");
    here("revise", "a", ",\"version\":\"a2\"");
    assertThat(tally().isRight()).isTrue();
  }

  private Tally tally() {
    return Tally.of("x", ledger, log);
  }

  private void sent(String id, String firstId, boolean deleted) throws JsonProcessingException {
    ledger.add(FeedJson.MAPPER.readTree("{\"id\":\"" + id + "\",\"firstId\":\"" + firstId
        + "\",\"matches\":" + !deleted + ",\"reachable\":" + !deleted + ",\"deleted\":" + deleted
        + "}"));
  }

  private void here(String type, String id, String more) throws JsonProcessingException {
    log.add(FeedJson.MAPPER.readTree(
        "{\"type\":\"" + type + "\",\"source\":\"x\",\"id\":\"" + id + "\"" + more + "}"));
  }
}
