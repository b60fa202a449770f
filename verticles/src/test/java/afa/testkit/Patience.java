package afa.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets tests wait longer for what they await than they would by themselves: it comes, but on a busy
 * machine it comes late. Found by JUnit, for every test.
 */
public final class Patience implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext tests) {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
  }
}
