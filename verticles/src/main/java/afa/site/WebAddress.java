package afa.site;

import org.jspecify.annotations.Nullable;

/** Decides whether an address from a stranger may stand in a page. */
public final class WebAddress {
  private WebAddress() {}

  /** The address when it is http or https, else null: {@code javascript:} and such never pass. */
  public static @Nullable String orNull(@Nullable String address) {
    boolean isWeb =
        address != null && (hasScheme(address, "http://") || hasScheme(address, "https://"));
    return isWeb ? address : null;
  }

  private static boolean hasScheme(String address, String scheme) {
    return address.regionMatches(true, 0, scheme, 0, scheme.length());
  }
}
