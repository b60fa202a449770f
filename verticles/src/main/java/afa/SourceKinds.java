package afa;

import afa.source.SourceKind;
import afa.x.XSource;
import java.util.List;

/** The networks that an event can be followed on: an entry a network. */
final class SourceKinds {
  static final List<SourceKind> ALL = List.of(new XSource());

  private SourceKinds() {}
}
