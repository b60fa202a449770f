package afa.delivery;

/** The same by the responses of Vert.x. */
final class SlowReadersOnNioIT extends SlowReadersIT {
  @Override
  boolean isNative() {
    return false;
  }
}
