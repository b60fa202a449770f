package afa.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CastingTest {
  private static final List<RehearsedNetwork> FIVE = List.of(
      FakeSimulator.network("x", 0.40, true),
      FakeSimulator.network("mastodon", 0.25, true),
      FakeSimulator.network("bluesky", 0.20, true),
      FakeSimulator.network("flickr", 0.08, false),
      FakeSimulator.network("feeds", 0.02, false));
  private final Conference conference = Conference.loadAll(Conference.DEFAULT);

  private static List<String> keys(Conference some) {
    return some.posts().stream().map(ScriptPost::key).toList();
  }

  @Test
  void everyPostOfTheScriptIsPlayedOnOneNetwork() {
    Casting casting = new Casting(conference, FIVE);
    List<String> played = new ArrayList<>();
    for (RehearsedNetwork network : FIVE) played.addAll(keys(casting.on(network.name())));
    assertThat(played).containsExactlyInAnyOrderElementsOf(keys(conference));
  }

  @Test
  void whoeverAnswersGoesWhereTheConversationIs() {
    Casting casting = new Casting(conference, FIVE);
    for (RehearsedNetwork network : FIVE) {
      Conference cast = casting.on(network.name());
      Set<String> here = new HashSet<>(keys(cast));
      assertThat(cast.posts()).allMatch(post -> post.of() == null || here.contains(post.of()));
      assertThat(cast.posts()).allMatch(post -> cast.authors().containsKey(post.author()));
    }
  }

  @Test
  void photosGoToFlickrAndArticlesToBlogs() {
    Casting casting = new Casting(conference, FIVE);
    assertThat(casting.on("flickr").posts())
        .hasSizeGreaterThan(30)
        .allMatch(post -> !post.photos().isEmpty() && post.title() != null);
    assertThat(casting.on("feeds").posts())
        .hasSizeGreaterThan(15)
        .allMatch(post -> post.title() != null && post.text().length() > 300);
    assertThat(casting.on("x").posts()).allMatch(post -> post.title() == null);
  }

  @Test
  void theScriptIsDividedAboutAsThePaceIs() {
    Casting casting = new Casting(conference, FIVE);
    assertThat(casting.on("x").posts()).hasSizeBetween(250, 360);
    assertThat(casting.on("mastodon").posts()).hasSizeBetween(150, 240);
    assertThat(casting.on("bluesky").posts()).hasSizeBetween(120, 200);
  }

  @Test
  void whoeverHasNoHomeAmongFewNetworksGoesToOneOfThem() {
    List<RehearsedNetwork> two = FIVE.subList(1, 3);
    Casting casting = new Casting(conference, two);
    int general = Conference.load(Conference.DEFAULT).posts().size();
    assertThat(casting.on("mastodon").posts().size()
            + casting.on("bluesky").posts().size())
        .isEqualTo(general);
  }
}
