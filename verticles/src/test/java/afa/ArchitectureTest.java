package afa;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which room may know which. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("afa");

  /** What every feature may use. */
  private static final String[] COMMON = {
    "afa.bus..", "afa.message..", "afa.feed..", "afa.schedule..", "afa.config..", "afa.http.."
  };

  @Test
  void featuresMeetOnlyOnTheBus() {
    List<String> features = List.of(
        "store",
        "delivery",
        "archive",
        "talks",
        "site",
        "console",
        "coverage",
        "front",
        "ingest",
        "links",
        "x",
        "flickr",
        "mastodon",
        "bluesky",
        "syndication",
        "servers",
        "supervisor",
        "rehearsal");
    for (String feature : features) {
      String[] others = features.stream()
          .filter(other -> !other.equals(feature))
          .map(other -> "afa." + other + "..")
          .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("afa." + feature + "..")
          .should()
          .dependOnClassesThat(resideInAnyPackage(others))
          .check(CLASSES);
    }
  }

  @Test
  void whatAllShareKnowsNoFeature() {
    noClasses()
        .that()
        .resideInAnyPackage(COMMON)
        .should()
        .dependOnClassesThat(resideInAnyPackage("afa..").and(resideOutsideOfPackages(COMMON)))
        .check(CLASSES);
  }

  @Test
  void whatSourcesAreMadeWithKnowsNoneOfThem() {
    knowsOnlyCommon("afa.source..");
  }

  @Test
  void chaosKnowsOnlyRehearsalAndServersAndNobodyKnowsChaos() {
    knowsOnlyCommon("afa.chaos..", "afa.rehearsal..", "afa.servers..");
    noClasses()
        .that()
        .resideOutsideOfPackages("afa", "afa.chaos..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("afa.chaos.."))
        .check(CLASSES);
  }

  @Test
  void backupsKnowOnlyTheServersAndNobodyKnowsThem() {
    knowsOnlyCommon("afa.backup..", "afa.servers..");
    noClasses()
        .that()
        .resideOutsideOfPackages("afa", "afa.backup..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("afa.backup.."))
        .check(CLASSES);
  }

  @Test
  void whoJudgesAFeedSharesNothingWithWhoMakesIt() {
    noClasses()
        .that()
        .resideInAPackage("afa.chaos.checker..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("afa..").and(resideOutsideOfPackages("afa.chaos.checker..")))
        .check(CLASSES);
  }

  @Test
  void schedulesAndPlacementArePure() {
    knowsOnlyCommon("afa.schedule..");
    knowsOnlyCommon("afa.placement..", "afa.schedule..");
    noClasses()
        .that()
        .resideInAnyPackage("afa.schedule..", "afa.placement..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx..",
            "io.netty..",
            "java.nio.file..",
            "afa.bus..",
            "afa.message..",
            "afa.http..")
        .check(CLASSES);
  }

  private static void knowsOnlyCommon(String room, String... besides) {
    String[] known =
        Stream.of(COMMON, new String[] {room}, besides).flatMap(Stream::of).toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat(resideInAnyPackage("afa..").and(resideOutsideOfPackages(known)))
        .check(CLASSES);
  }

  @Test
  void theDomainKnowsNoVertxAndDoesNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAPackage("afa.feed..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx..",
            "io.netty..",
            "java.net..",
            "java.nio.file..",
            "afa.bus..",
            "afa.message..")
        .check(CLASSES);
  }

  @Test
  void onlyTheBusTouchesTheRawBus() {
    noClasses()
        .that()
        .resideOutsideOfPackage("afa.bus..")
        .should()
        .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
            com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                    EventBus.class))))
        .orShould()
        .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
            com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                    MessageConsumer.class))))
        .check(CLASSES);
  }

  @Test
  void verticlesAreNamedSoAndFinal() {
    classes()
        .that()
        .areAssignableTo(VerticleBase.class)
        .should()
        .haveSimpleNameEndingWith("Verticle")
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .check(CLASSES);
  }

  @Test
  void thereIsSomethingToCheck() {
    assertThat(CLASSES.size()).isGreaterThan(100);
  }
}
