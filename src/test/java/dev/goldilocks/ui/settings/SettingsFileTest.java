package dev.goldilocks.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

  private static final RunSpec SPEC =
      new RunSpec(
          new ModelChoice(Path.of("/models/target"), Precision.BF16),
          new ModelChoice(Path.of("/models/draft"), Precision.INT8),
          "cpu",
          2,
          List.of(1, 2, 3, 4),
          new Sampling(0.7, 40, 0.9, 11),
          new PromptChoice(Path.of("/prompts/code.jsonl"), 8),
          96,
          3,
          EndOfSequence.IGNORE);

  private static final Settings SAVED =
      new Settings(
          ThemeChoice.DARK,
          Optional.of(new WindowPlace(40, 20, 1440, 900, WindowPlace.Extent.MAXIMISED)),
          Optional.of(SPEC),
          List.of(new NamedSetup("wide", SPEC), new NamedSetup("narrow", SPEC)),
          List.of(Path.of("/models/mine")),
          List.of(SPEC, SPEC),
          Optional.of(List.of("column-name", "column-tags")));

  @TempDir private Path directory;
  private Path file;
  private SettingsFile settings;

  @BeforeEach
  void place() {
    file = directory.resolve("goldilocks/settings.json");
    settings = new SettingsFile(file);
  }

  @Test
  void whatIsSavedComesBack() {
    settings.save(SAVED);
    assertThat(settings.load()).isEqualTo(SAVED);
  }

  @Test
  void savingAgainReplacesTheFileAndLeavesNoOther() throws IOException {
    settings.save(SAVED);
    settings.save(Settings.FIRST_START);
    assertThat(settings.load()).isEqualTo(Settings.FIRST_START);
    assertThat(file.getParent()).isDirectoryContaining("glob:**settings.json");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void withoutAFileItIsAFirstStart() {
    assertThat(settings.load()).isEqualTo(Settings.FIRST_START);
  }

  @Test
  void aFileThatIsNoJsonIsPutAside() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"theme\": \"DARK\",");
    assertThat(settings.load()).isEqualTo(Settings.FIRST_START);
    assertThat(file.resolveSibling("settings.json.unreadable")).hasContent("{\"theme\": \"DARK\",");
  }

  @Test
  void aPartThatIsNotUnderstoodLeavesTheOthers() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "{\"theme\": \"DARK\", \"window\": {\"x\": \"left\"}, \"setup\": {\"k\": 1},"
            + " \"waiting\": [{\"k\": 1}], \"columns\": \"all\"}");
    assertThat(settings.load())
        .isEqualTo(
            new Settings(
                ThemeChoice.DARK,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Files.writeString(directory.resolve("goldilocks"), "a file, not a folder");
    assertThatThrownBy(() -> settings.save(SAVED))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("The settings cannot be saved to " + file);
  }
}
