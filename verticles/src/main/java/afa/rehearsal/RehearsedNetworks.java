package afa.rehearsal;

import afa.rehearsal.x.RehearsedX;
import java.util.List;
import java.util.Map;

/** The networks that can be rehearsed, in the order of the control page: an entry a network. */
final class RehearsedNetworks {
  private static final String TAG = RehearsedEvent.HASHTAG;

  static final List<RehearsedNetwork> ALL = List.of(new RehearsedNetwork(
      "x",
      "X",
      0.40,
      true,
      RehearsedX::new,
      "{ rules: [\"#" + TAG + "\"], postsPerDay: 0 }",
      Map.of("X_API_URL", "URL", "X_BEARER_TOKEN", "TOKEN")));

  private RehearsedNetworks() {}

  static List<String> names() {
    return ALL.stream().map(RehearsedNetwork::name).toList();
  }
}
