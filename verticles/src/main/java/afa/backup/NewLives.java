package afa.backup;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every log that comes back from a backup begins a new life with the same entries. Readers may have
 * been given more in the old one, and its numbers are about to mean other posts: they must be told.
 *
 * @param newEpochs by the old ones
 */
record NewLives(Map<String, String> newEpochs) {
  private static final int EPOCH_BITS = 64;

  private static final String READ =
      """
      local epochs = {}
      for _, key in ipairs(redis.call('keys', 'afa:{*}:epoch')) do
        epochs[#epochs + 1] = redis.call('get', key)
      end
      return {ok = table.concat(epochs, ' ')}""";

  private static final String CHANGE =
      """
      for _, key in ipairs(redis.call('keys', 'afa:{*}:epoch')) do
        if redis.call('get', key) == ARGV[1] then redis.call('set', key, ARGV[2]) end
      end
      return {ok = 'OK'}""";

  NewLives {
    newEpochs = Map.copyOf(newEpochs);
  }

  /** Lets them begin in a Redis that nobody else uses yet. */
  static NewLives begin(RedisSocket redis) throws IOException {
    SecureRandom random = new SecureRandom();
    Map<String, String> epochs = new LinkedHashMap<>();
    for (String old : redis.command("EVAL", READ, "0").substring(1).split(" ", -1)) {
      if (!old.isEmpty()) epochs.put(old, new BigInteger(EPOCH_BITS, random).toString(36));
    }
    for (Map.Entry<String, String> epoch : epochs.entrySet()) {
      redis.command("EVAL", CHANGE, "0", epoch.getKey(), epoch.getValue());
    }
    return new NewLives(epochs);
  }

  /** A row of a table as COPY writes it, in the life that it belongs to now. */
  String row(String line, Database.Table table) {
    int column = table.columns().indexOf("epoch");
    if (column < 0) return line;
    List<String> fields = new ArrayList<>(List.of(line.split("\t", -1)));
    String epoch = fields.get(column);
    fields.set(column, newEpochs.getOrDefault(epoch, epoch));
    return String.join("\t", fields);
  }
}
