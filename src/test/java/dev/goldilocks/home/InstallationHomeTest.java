package dev.goldilocks.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationHomeTest {

  private static final Path MODELS = Path.of("assets", "models");

  @TempDir Path folder;

  @Test
  void isTheProjectWhenClassesComeFromItsTarget() throws IOException {
    Path project = home("project");
    Path classes = Files.createDirectories(project.resolve("target").resolve("classes"));

    assertThat(find(classes)).isEqualTo(new InstallationHome(project));
  }

  @Test
  void isTheLaidOutFolderAndNotTheProjectWhenTheJarLiesThere() throws IOException {
    Path laidOut = home("project/target/goldilocks");
    home("project");
    Path jar = laidOut.resolve("lib").resolve("goldilocks.jar");

    assertThat(find(jar)).isEqualTo(new InstallationHome(laidOut));
  }

  @Test
  void isTheWorkingDirectoryWhenTheCodeLiesElsewhere() throws IOException {
    Path working = home("working");

    assertThat(
            InstallationHome.find(
                Optional.empty(), Optional.of(folder.resolve("elsewhere/x.jar")), working))
        .isEqualTo(new InstallationHome(working));
  }

  @Test
  void isTheWorkingDirectoryWhenNobodyKnowsWhereTheCodeLies() throws IOException {
    Path working = home("working");

    assertThat(InstallationHome.find(Optional.empty(), Optional.empty(), working))
        .isEqualTo(new InstallationHome(working));
  }

  @Test
  void isWhereThePropertySaysBeforeAnythingElse() throws IOException {
    Path named = home("named");
    Path project = home("project");

    assertThat(
            InstallationHome.find(
                Optional.of(named.toString()), Optional.of(project.resolve("target")), project))
        .isEqualTo(new InstallationHome(named));
  }

  @Test
  void looksNowhereElseWhenThePropertyIsWrong() throws IOException {
    Path project = home("project");

    assertThatThrownBy(
            () ->
                InstallationHome.find(
                    Optional.of(folder.toString()),
                    Optional.of(project.resolve("target")),
                    project))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "The system property goldilocks.home is %s, which holds no %s; name the folder that does."
                .formatted(folder, MODELS));
  }

  @Test
  void saysSoWhenItIsNowhere() {
    assertThatThrownBy(
            () ->
                InstallationHome.find(
                    Optional.empty(), Optional.of(folder.resolve("x.jar")), folder))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "No %s folder was found above the program or in %s; start it in its own folder or add -Dgoldilocks.home=FOLDER to the Java command."
                .formatted(MODELS, folder));
  }

  @Test
  void knowsWhatLiesInIt() throws IOException {
    InstallationHome home = new InstallationHome(home("home"));

    assertThat(home.models()).isEqualTo(folder.resolve("home/assets/models"));
    assertThat(home.prompts()).isEqualTo(folder.resolve("home/assets/prompts"));
    assertThat(home.sampleRuns()).isEqualTo(folder.resolve("home/sample-runs"));
  }

  private InstallationHome find(Path code) {
    return InstallationHome.find(Optional.empty(), Optional.of(code), folder);
  }

  private Path home(String name) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve(MODELS));
    return home;
  }
}
