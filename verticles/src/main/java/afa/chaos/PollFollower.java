package afa.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntSupplier;

/** Asks by long-poll, and thinks for a moment between two questions. */
final class PollFollower extends Follower {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LEAST_THOUGHT = 250;
  private static final int MOST_THOUGHT = 750;
  private static final double ROAMS = 0.2;

  PollFollower(String path, IntSupplier door, Path file, boolean fromNow, Random random)
      throws IOException {
    super(path, door, file, fromNow, random);
  }

  @Override
  void follow(HttpSocket socket) throws IOException, InterruptedException {
    while (!hasEnded()) {
      int status = socket.get(question(), "");
      String body = socket.body();
      if (status != 200) throw new IOException("status " + status);
      understand(MAPPER.readTree(body));
      pause(LEAST_THOUGHT, MOST_THOUGHT);
      if (random.nextDouble() < ROAMS) return;
    }
  }

  private String question() {
    if (!hasBegun()) return path + "/updates?wait=0&since=" + (fromNow ? -1 : 0);
    return path + "/updates?wait=10&limit=500&since=" + n() + "&epoch=" + epoch();
  }

  private void understand(JsonNode answer) {
    String life = answer.path("epoch").asText();
    if (life.isEmpty()) return; // there is no log yet
    JsonNode updates = answer.path("updates");
    long before = answer.path("next").asLong() - updates.size();
    if (answer.path("reset").asBoolean()) reset(life, before);
    else begin(life, before);
    updates.forEach(update -> took(life, update.toString()));
  }
}
