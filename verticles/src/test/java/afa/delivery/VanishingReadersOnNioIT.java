package afa.delivery;

/** The same by the responses of Vert.x. */
final class VanishingReadersOnNioIT extends VanishingReadersIT {
  @Override
  boolean isNative() {
    return false;
  }
}
