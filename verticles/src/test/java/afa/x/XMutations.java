package afa.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** What is wrong with JSON in a thousand ways: bytes flipped, fields gone, of another type. */
final class XMutations {
  private static final int FLIPS = 1_000;

  private final String original;
  private final Consumer<byte[]> into;

  private XMutations(String original, Consumer<byte[]> into) {
    this.original = original;
    this.into = into;
  }

  /** Makes all mutations of a text, one after the other; repeatable by the seed. */
  static void of(String original, long seed, Consumer<byte[]> into) {
    XMutations mutations = new XMutations(original, into);
    mutations.flips(new Random(seed));
    XJson.object(original).ifPresent(tree -> mutations.fields(tree, tree));
  }

  /** Of one to eight bytes each. */
  private void flips(Random random) {
    byte[] whole = original.getBytes(StandardCharsets.UTF_8);
    if (whole.length == 0) return;
    for (int i = 0; i < FLIPS; i++) {
      byte[] copy = whole.clone();
      for (int n = random.nextInt(8); n >= 0; n--) {
        copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
      }
      into.accept(copy);
    }
  }

  private void fields(JsonNode root, JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : names(object)) {
        JsonNode was = object.get(name);
        object.remove(name);
        tell(root);
        for (JsonNode other : others()) {
          object.set(name, other);
          tell(root);
        }
        object.set(name, was);
        fields(root, was);
      }
    }
    if (node instanceof ArrayNode array) elements(root, array);
  }

  private void elements(JsonNode root, ArrayNode array) {
    for (int i = 0; i < array.size(); i++) {
      JsonNode was = array.get(i);
      for (JsonNode other : others()) {
        array.set(i, other);
        tell(root);
      }
      array.set(i, was);
      fields(root, was);
    }
  }

  private static List<String> names(ObjectNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static List<JsonNode> others() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    List<JsonNode> others = new ArrayList<>();
    others.add(json.nullNode());
    others.add(json.booleanNode(true));
    others.add(json.numberNode(-1));
    others.add(json.numberNode(1e300));
    others.add(json.numberNode(Long.MAX_VALUE));
    others.add(json.textNode(""));
    others.add(json.textNode("\u0000\uD83D & \u202e"));
    others.add(json.textNode("https://[::1/%zz"));
    others.add(json.objectNode().put("id", "1"));
    others.add(json.arrayNode().add(json.arrayNode().addNull()));
    return others;
  }

  private void tell(JsonNode root) {
    into.accept(root.toString().getBytes(StandardCharsets.UTF_8));
  }
}
