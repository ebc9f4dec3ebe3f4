package dev.goldilocks.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.bench.Prompt;
import dev.goldilocks.home.InstallationHome;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptFolderTest {

  @TempDir private Path home;

  @Test
  void everyPromptFileOfTheProgramIsThereByName() throws IOException {
    Path prompts = Files.createDirectories(home.resolve("assets/prompts"));
    Path second = Files.writeString(prompts.resolve("b.jsonl"), "");
    Path first = Files.writeString(prompts.resolve("a.jsonl"), "");
    Files.writeString(prompts.resolve("README.md"), "");
    assertThat(shelf().bundled()).containsExactly(first, second);
  }

  @Test
  void aFileIsReadInTheFormOfSpecBench() throws IOException {
    Path file =
        Files.writeString(
            home.resolve("mine.jsonl"),
            "{\"question_id\": 7, \"category\": \"code\", \"turns\": [\"int x =\"]}\n");
    assertThat(shelf().read(file).prompts()).containsExactly(new Prompt("7", "code", "int x ="));
  }

  @Test
  void aFolderThatIsGoneIsNamed() {
    assertThatThrownBy(() -> shelf().bundled())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(home.resolve("assets/prompts").toString());
  }

  private PromptFolder shelf() {
    return new PromptFolder(() -> new InstallationHome(home));
  }
}
