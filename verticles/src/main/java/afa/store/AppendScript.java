package afa.store;

import afa.feed.Position;
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

  /**
   * @param least the log must be in this life and at least so long
   */
  List<String> arguments(String channel, String least) {
    List<String> arguments = new ArrayList<>();
    arguments.add(channel);
    arguments.add(least);
    for (AppendPart part : parts) part.say(arguments);
    return arguments;
  }

  /** The life and the head before all of it. */
  static Position head(Response answer) {
    return new Position(answer.get(0).toString(), answer.get(1).toLong());
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
