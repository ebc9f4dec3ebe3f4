package dev.goldilocks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the packages may know of each other; see docs/adr for the reasons behind the largest. */
@AnalyzeClasses(packages = "dev.goldilocks", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule problemUsesNothing =
      onlyUses("problem", List.of(), "every package may use it");

  @ArchTest
  static final ArchRule homeUsesNothing =
      onlyUses("home", List.of("problem"), "every package may ask where the program's files are");

  @ArchTest
  static final ArchRule decodeIsTheAlgorithmAlone =
      onlyUses(
          "decode",
          List.of("problem"),
          "the algorithm must be readable, and testable, without files, tensors or processes");

  @ArchTest
  static final ArchRule checkpointIsFilesAlone =
      onlyUses("checkpoint", List.of("problem"), "what a model is on disk does not run it");

  @ArchTest
  static final ArchRule hardwareIsTheMachineAlone =
      onlyUses("hardware", List.of("problem"), "a reading of the machine is good for any use");

  @ArchTest
  static final ArchRule torchRunsModels =
      onlyUses(
          "torch",
          List.of("decode", "checkpoint", "hardware", "problem"),
          "the tensor library must be replaceable behind the port in decode");

  @ArchTest
  static final ArchRule benchMeasures =
      onlyUses(
          "bench",
          List.of("decode", "hardware", "problem"),
          "an experiment must not depend on what carries it out, keeps it or shows it");

  @ArchTest
  static final ArchRule runsKeepsFigures =
      onlyUses(
          "runs",
          List.of("bench", "decode", "home", "problem"),
          "saved runs must be readable where no engine is");

  @ArchTest
  static final ArchRule engineCarriesRunsOut =
      onlyUses(
          "engine",
          List.of("bench", "torch", "checkpoint", "hardware", "decode", "home", "problem"),
          "a run must go the same way for window and commands");

  @ArchTest
  static final ArchRule chartDrawsRuns =
      onlyUses(
          "chart",
          List.of("bench", "runs", "decode", "problem"),
          "a chart is drawn for a window and for a file alike");

  private static final List<String> FRONT_END =
      List.of(
          "chart",
          "bench",
          "runs",
          "engine",
          "checkpoint",
          "hardware",
          "decode",
          "home",
          "problem");

  @ArchTest
  static final ArchRule uiIsAFrontEnd =
      onlyUses("ui", FRONT_END, "the window is one of two front ends, and neither needs the other");

  @ArchTest
  static final ArchRule cliIsAFrontEnd =
      onlyUses(
          "cli", FRONT_END, "the commands are one of two front ends, and neither needs the other");

  @ArchTest
  static final ArchRule featuresOfTheWindowHaveNoCycles =
      slices()
          .matching("dev.goldilocks.ui.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a screen must be changeable without the others")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyTorchKnowsTheTensorLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.goldilocks.torch..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..")
          .because("the tensor library must be replaceable");

  @ArchTest
  static final ArchRule onlyCommandsKnowTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.goldilocks.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..")
          .because("what a command asks for is data by the time others see it");

  @ArchTest
  static final ArchRule onlyWindowAndChartsKnowJavaFx =
      noClasses()
          .that()
          .resideInAPackage("dev.goldilocks..")
          .and(resideOutsideOfPackage("dev.goldilocks.ui.."))
          .and(resideOutsideOfPackage("dev.goldilocks.chart.."))
          .and(resideOutsideOfPackage("dev.goldilocks"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx..")
          .because("everything else runs without a display and is tested without a toolkit");

  @ArchTest
  static final ArchRule viewModelsHaveNoScene =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
          .because("a view model decides and is tested without a toolkit; the controller binds")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyMainExits =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.goldilocks.Main")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .because("an exit in the middle loses what others have not saved yet");

  @ArchTest
  static final ArchRule onlyCommandsAndTheEngineProcessUseTheStandardStreams =
      classes()
          .that()
          .resideOutsideOfPackage("dev.goldilocks.cli..")
          .and()
          .doNotHaveFullyQualifiedName("dev.goldilocks.Main")
          .and()
          .doNotHaveFullyQualifiedName("dev.goldilocks.engine.EngineChild")
          .should(accessNeither("out", "err"))
          .because("standard output belongs to whoever asked for a document, the rest to the log");

  @ArchTest
  static void namesDifferByMoreThanTheirCase(JavaClasses classes) {
    Map<String, List<JavaClass>> byName =
        classes.stream().collect(groupingBy(each -> each.getName().toLowerCase(Locale.ROOT)));
    assertThat(byName.values())
        .as("on some machines files whose names differ by case alone are one file")
        .allSatisfy(alike -> assertThat(alike).hasSize(1));
  }

  @ArchTest
  static final ArchRule noMutableStaticState =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("state that everyone shares makes tests and runs disturb each other");

  private static com.tngtech.archunit.lang.ArchCondition<JavaClass> accessNeither(
      String first, String second) {
    return com.tngtech.archunit.lang.conditions.ArchConditions.never(
        accessField(System.class, first).or(accessField(System.class, second)));
  }

  private static ArchRule onlyUses(String user, List<String> used, String reason) {
    String[] allowed =
        Stream.concat(Stream.of(user), used.stream())
            .map(name -> "dev.goldilocks." + name + "..")
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage("dev.goldilocks." + user + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(not(resideInAnyPackage("dev.goldilocks.."))))
        .because(reason)
        .allowEmptyShould(true);
  }
}
