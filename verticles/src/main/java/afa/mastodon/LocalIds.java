package afa.mastodon;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which status has which id at a server: what is deleted is named by that alone. The newest are
 * remembered.
 */
final class LocalIds {
  private static final int MOST = 20_000;

  private final int most;
  private final Map<String, String> uris = new LinkedHashMap<>(); // by id
  private final Map<String, String> ids = new HashMap<>(); // by uri

  LocalIds() {
    this(MOST);
  }

  LocalIds(int most) {
    this.most = most;
  }

  void remember(String id, String uri) {
    forget(id);
    uris.put(id, uri);
    ids.put(uri, id);
    if (uris.size() > most) forget(uris.keySet().iterator().next());
  }

  void forget(String id) {
    String uri = uris.remove(id);
    if (uri != null) ids.remove(uri, id);
  }

  /** The status that has this id here, null when it is not remembered. */
  String uri(String id) {
    return uris.get(id);
  }

  /** The id that a status has here, null when it is not remembered. */
  String id(String uri) {
    return ids.get(uri);
  }
}
