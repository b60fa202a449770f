package afa.front;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509KeyManager;

/**
 * The certificate that the port shows to browsers, with its key: both as PEM, the certificate followed
 * by those that vouch for it.
 *
 * @param certFile where the certificates were read, and may be renewed
 * @param keyFile the same of the key
 */
public record TlsPair(Path certFile, Path keyFile, Buffer certificates, Buffer key) {

  /**
   * Reads both files and insists that they belong together. Empty when something is wrong; {@code
   * problems} then has a sentence for each thing that is.
   */
  public static Optional<TlsPair> read(Path certFile, Path keyFile, List<String> problems) {
    int before = problems.size();
    Buffer certificates = bytes(certFile, problems);
    Buffer key = bytes(keyFile, problems);
    Optional<PublicKey> publicKey = publicKey(certFile, certificates, problems);
    if (key.length() > 0 && !key.toString(StandardCharsets.US_ASCII).contains("PRIVATE KEY-----")) {
      problems.add(keyFile + " holds no private key as PEM without a password");
    }
    if (problems.size() > before) return Optional.empty();
    TlsPair pair = new TlsPair(certFile, keyFile, certificates, key);
    pair.check(publicKey.orElseThrow(), keyFile, certFile, problems);
    return problems.size() > before ? Optional.empty() : Optional.of(pair);
  }

  /** What the files hold now; as {@link #read}. */
  Optional<TlsPair> again(List<String> problems) {
    return read(certFile, keyFile, problems);
  }

  private static Buffer bytes(Path file, List<String> problems) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length == 0) problems.add(file + " is empty");
      return Buffer.buffer(bytes);
    } catch (IOException unreadable) {
      String reason = Files.exists(file) ? "cannot be read: " + unreadable : "does not exist";
      problems.add(file + " " + reason);
      return Buffer.buffer();
    }
  }

  private static Optional<PublicKey> publicKey(Path file, Buffer pem, List<String> problems) {
    if (pem.length() == 0) return Optional.empty();
    try (InputStream in = new java.io.ByteArrayInputStream(pem.getBytes())) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(certificate -> certificate.getPublicKey())
          .findFirst()
          .or(() -> noCertificate(file, problems));
    } catch (CertificateException | IOException notOne) {
      return noCertificate(file, problems);
    }
  }

  private static Optional<PublicKey> noCertificate(Path file, List<String> problems) {
    problems.add(file + " holds no certificate as PEM");
    return Optional.empty();
  }

  /** A signature by the key must be one that browsers accept for the certificate. */
  private void check(PublicKey publicKey, Path keyFile, Path certFile, List<String> problems) {
    try {
      String algorithm = publicKey.getAlgorithm();
      PrivateKey privateKey = privateKey(algorithm);
      String signing = "SHA256with" + (algorithm.equals("EC") ? "ECDSA" : algorithm);
      Signature signer = Signature.getInstance(signing);
      signer.initSign(privateKey);
      Signature verifier = Signature.getInstance(signing);
      verifier.initVerify(publicKey);
      if (verifier.verify(signer.sign())) return;
      problems.add(keyFile + " is not the key of the certificate in " + certFile);
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      problems.add(
          key.toString().contains("BEGIN ENCRYPTED PRIVATE KEY")
              ? keyFile + " is locked with a password, which a node cannot ask for"
              : keyFile + " does not fit the certificate in " + certFile + ": "
                  + unusable.getMessage());
    }
  }

  private PrivateKey privateKey(String algorithm) throws GeneralSecurityException {
    try {
      X509KeyManager keys =
          (X509KeyManager) options().getKeyManagerFactory(null).getKeyManagers()[0];
      String[] names = keys.getServerAliases(algorithm, null);
      if (names != null) return keys.getPrivateKey(names[0]);
    } catch (Exception unreadable) { // what Vert.x declares
      throw new GeneralSecurityException(unreadable.getMessage(), unreadable);
    }
    throw new GeneralSecurityException("a key for " + algorithm + " was expected");
  }

  PemKeyCertOptions options() {
    return new PemKeyCertOptions().addCertValue(certificates).addKeyValue(key);
  }

  /** Hides the key. */
  @Override
  public String toString() {
    return "TlsPair";
  }
}
