package afa.schedule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Gives talks the ids that addresses and placements name: by the source's identity, else by title
 * and start, never by the place in the file.
 */
final class Identities {
  private final Warnings warnings;
  private final Set<String> taken = new HashSet<>();

  Identities(Warnings warnings) {
    this.warnings = warnings;
  }

  String of(Draft draft) {
    String identity = identity(draft);
    if (!draft.keys.isEmpty() && taken.contains(id(identity))) {
      warnings.add(draft, "has the identity " + draft.keys.get(0) + " of another entry");
      draft.keys.remove(0); // nobody shall be led to the other one
      identity = identity + " " + draft.start;
    }
    String id = id(identity);
    for (int n = 2; !taken.add(id); n++) id = id(identity + " " + n);
    return id;
  }

  /** The strongest name; a number alone may repeat, so the start goes with it. */
  private static String identity(Draft draft) {
    String first = draft.keys.isEmpty() ? "" : draft.keys.get(0);
    String named = first.substring(first.indexOf(':') + 1);
    boolean strong = first.startsWith("guid:") || first.startsWith("uid:");
    if (strong) return named;
    return (named.isEmpty() ? draft.title : named) + " " + draft.start;
  }

  /** What can stand in an address as it is stays; of anything else some letters and a hash. */
  static String id(String identity) {
    if (identity.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) return identity;
    String letters = Normalizer.normalize(identity, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^A-Za-z0-9]+", "-")
        .replaceAll("^-|-$", "")
        .toLowerCase(Locale.ROOT);
    String head = letters.length() > 40 ? letters.substring(0, 40) : letters;
    return (head.isEmpty() ? "talk" : head) + "-" + hash(identity);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
