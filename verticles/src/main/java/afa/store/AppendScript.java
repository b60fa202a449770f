package afa.store;

import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * One call of {@code append.lua} for several requests of an event, which are served in this order as
 * if each had come alone.
 */
record AppendScript(List<AppendPart> parts) {

  List<String> arguments(String channel, String newEpoch) {
    List<String> arguments = new ArrayList<>();
    arguments.add(channel);
    arguments.add(newEpoch);
    for (AppendPart part : parts) part.say(arguments);
    return arguments;
  }

  /** One for each part; failed where the part was refused. */
  List<Future<Log.Append>> read(Response answer) {
    Iterator<Response> numbers = answer.iterator();
    String epoch = numbers.next().toString();
    long head = numbers.next().toLong();
    List<Future<Log.Append>> appends = new ArrayList<>(parts.size());
    for (AppendPart part : parts) {
      Future<Log.Append> append = part.read(epoch, head, numbers);
      if (append.succeeded()) head = append.result().answer().head();
      appends.add(append);
    }
    return appends;
  }
}
