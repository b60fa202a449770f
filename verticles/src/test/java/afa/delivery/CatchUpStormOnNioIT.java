package afa.delivery;

/** The same by the responses of Vert.x. */
final class CatchUpStormOnNioIT extends CatchUpStormIT {
  @Override
  boolean isNative() {
    return false;
  }
}
