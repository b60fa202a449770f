package afa.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptTest {
  private static final ScriptAuthor ADA = new ScriptAuthor("ada", "Ada", "en", "", 0);

  private static ScriptPost post(String key, String author, PostKind kind, String of) {
    return new ScriptPost(key, author, "text", "en", null, kind, of, List.of());
  }

  private static void insistOnRefusal(String why, ScriptPost... posts) {
    assertThatThrownBy(() -> new Conference(Map.of("ada", ADA), List.of(), List.of(posts)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void theScriptOfTheProductIsSound() {
    Conference conference = Conference.load(Conference.DEFAULT);
    assertThat(conference.authors()).isNotEmpty();
    assertThat(conference.talks()).isNotEmpty();
    assertThat(conference.posts().stream()
            .filter(post -> post.kind() != PostKind.REPOST)
            .map(ScriptPost::text)
            .distinct())
        .hasSizeGreaterThanOrEqualTo(400);
  }

  @Test
  void aScriptThatContradictsItselfIsRefused() {
    insistOnRefusal("by nobody we know: bob", post("p1", "bob", PostKind.POST, null));
    insistOnRefusal("does not stand above it", post("p1", "ada", PostKind.REPLY, "p2"));
    insistOnRefusal("passes on nothing", post("p1", "ada", PostKind.REPOST, null));
    ScriptPost twin = post("p1", "ada", PostKind.POST, null);
    insistOnRefusal("has a key that is taken", twin, twin);
  }

  @Test
  void aPlanOfFaultsIsReadFromItsText() {
    FaultPlan plan = FaultPlan.parse("drop=8, stall=60:5,framing");
    assertThat(plan.faults())
        .containsExactly(
            new FaultPlan.Planned(Fault.DROP, Duration.ofSeconds(8), Duration.ZERO),
            new FaultPlan.Planned(Fault.STALL, Duration.ofSeconds(60), Duration.ofSeconds(5)),
            new FaultPlan.Planned(Fault.FRAMING, Duration.ZERO, Duration.ZERO));
    assertThat(FaultPlan.parse("weather").faults()).hasSizeGreaterThan(5);
    assertThat(FaultPlan.parse("").faults()).isEmpty();
  }

  @Test
  void aPlanThatIsNoneIsRefusedWithASentence() {
    for (String wrong : List.of("rain=3", "drop", "drop=x", "drop=1:2:3")) {
      assertThatThrownBy(() -> FaultPlan.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void faultsAreForAllNetworksOrForOne() {
    FaultPlans plans = FaultPlans.parse("drop=8,framing,mastodon:stall=60:5,mastodon:drop=2");
    EnumSet<Fault> some = EnumSet.of(Fault.DROP, Fault.STALL);
    assertThat(plans.on("bluesky", some).faults()).hasSize(1);
    assertThat(plans.on("mastodon", some).faults()).hasSize(3);
    assertThat(plans.on("x", EnumSet.allOf(Fault.class)).faults()).hasSize(2);
    assertThatThrownBy(() -> plans.on("mastodon", EnumSet.of(Fault.DROP)))
        .hasMessage("mastodon does not have the fault stall");
    assertThat(FaultPlans.parse("x:weather").on("x", some).faults())
        .extracting(FaultPlan.Planned::fault)
        .containsExactly(Fault.DROP);
    assertThat(FaultPlans.parse("").on("x", some)).isEqualTo(FaultPlan.NONE);
  }

  @Test
  void theCommandNamesEverythingThatIsWrong() {
    assertThatThrownBy(() -> RehearseOptions.parse(List.of(
            "--port",
            "99999",
            "--rain",
            "--faults=rain=3",
            "--lines",
            "nowhere",
            "--networks=x,myspace",
            "--for")))
        .isInstanceOf(RehearseOptions.Mistake.class)
        .hasMessageContainingAll(
            "--port 99999", "--rain", "no fault rain", "nowhere", "myspace", "--for needs");
  }

  @Test
  void theCommandReadsItsOptions() throws RehearseOptions.Mistake {
    RehearseOptions options = RehearseOptions.parse(
        List.of("--port=0", "--rate", "2.5", "--for", "30", "--search-reposts"));
    assertThat(options.rehearsal().port()).isZero();
    assertThat(options.rehearsal().perSecond()).isEqualTo(2.5);
    assertThat(options.length()).isEqualTo(Duration.ofSeconds(30));
    assertThat(options.rehearsal().searchReposts()).isTrue();
  }
}
