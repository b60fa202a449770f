package afa;

import java.util.Optional;

/** Which build of the product this is. */
final class Version {
  /** As the manifest of the jar says; classes that come from no jar are a build in progress. */
  static final String OURS =
      Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");

  private Version() {}
}
