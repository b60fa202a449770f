package afa.message;

import java.util.List;

/**
 * What happened.
 *
 * @param happened newest first
 */
public record TimelineRead(List<Happened> happened) implements BusMessage {
  public TimelineRead {
    happened = happened == null ? List.of() : List.copyOf(happened);
  }
}
