package afa.front;

import static org.assertj.core.api.Assertions.assertThat;

import afa.testkit.OwnCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsPairTest {
  private static OwnCertificate own;
  private static OwnCertificate other;

  @TempDir
  Path folder;

  @BeforeAll
  static void makeCertificates() {
    own = new OwnCertificate();
    other = new OwnCertificate();
  }

  @AfterAll
  static void deleteCertificates() {
    own.delete();
    other.delete();
  }

  @Test
  void aPairThatBelongsTogetherIsTaken() {
    List<String> problems = new ArrayList<>();
    assertThat(TlsPair.read(own.certFile(), own.keyFile(), problems)).isPresent();
    assertThat(problems).isEmpty();
  }

  @Test
  void theKeyOfAnotherCertificateIsNot() {
    assertThat(problems(own.certFile(), other.keyFile()))
        .containsExactly(
            other.keyFile() + " is not the key of the certificate in " + own.certFile());
  }

  @Test
  void whatIsMissingOrSomethingElseIsNamedForBoth() throws Exception {
    Path nowhere = folder.resolve("none.pem");
    Path text = Files.writeString(folder.resolve("text.pem"), "hello");
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    assertThat(problems(text, nowhere))
        .containsExactly(nowhere + " does not exist", text + " holds no certificate as PEM");
    assertThat(problems(empty, text))
        .containsExactly(
            empty + " is empty", text + " holds no private key as PEM without a password");
    assertThat(problems(own.keyFile(), own.certFile())).hasSize(2); // the wrong way round
    assertThat(problems(folder, own.keyFile())).singleElement().asString().contains("cannot be");
  }

  @Test
  void aDamagedKeyIsNamed() throws Exception {
    String whole = Files.readString(own.keyFile());
    Path damaged = Files.writeString(folder.resolve("key.pem"), whole.replace("MII", "MIJ"));
    assertThat(problems(own.certFile(), damaged))
        .singleElement()
        .asString()
        .startsWith(damaged + " does not fit");
  }

  private static List<String> problems(Path certFile, Path keyFile) {
    List<String> problems = new ArrayList<>();
    assertThat(TlsPair.read(certFile, keyFile, problems)).isEmpty();
    return problems;
  }
}
