package afa.testkit;

import io.vertx.core.net.SelfSignedCertificate;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for {@code localhost} that was made for a test, and a client that trusts it alone. */
public final class OwnCertificate {
  private final SelfSignedCertificate made = SelfSignedCertificate.create("localhost");

  public Path certFile() {
    return Path.of(made.certificatePath());
  }

  public Path keyFile() {
    return Path.of(made.privateKeyPath());
  }

  public SSLContext trust() throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null);
    try (InputStream in = Files.newInputStream(certFile())) {
      trusted.setCertificateEntry(
          "own", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  /** Removes the files. */
  public void delete() {
    made.delete();
  }
}
