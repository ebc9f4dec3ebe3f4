package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {

  @TempDir Path directory;

  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(directory);
  }

  @Test
  void listsTheBundledModels() {
    Path models = shell.home().models();

    assertThat(shell.execute("models"))
        .isEqualTo(
            new Shell.Outcome(
                0,
                """
                model  weights    size  layers  width  vocabulary  type  folder
                Large   170432  341 kB       3     64         320  bf16  %s
                Small   131392  263 kB       2     64         320  bf16  %s
                """
                    .formatted(models.resolve("Large"), models.resolve("Small")),
                ""));
  }

  @Test
  void saysWhyAModelCannotBeUsed() {
    Path broken = directory.resolve("broken");
    Shell.write(broken.resolve("config.json"), "{\"model_type\": \"mamba\"}");

    assertThat(shell.execute("models", "--folder", broken.toString()).out())
        .contains("\nNot usable: broken. ")
        .contains("mamba");
  }

  @Test
  void looksIntoTheFoldersOfTheEnvironmentAndOfTheOptions() {
    Path usual = directory.resolve("usual");
    Path given = directory.resolve("given");
    Shell.copyFixture("qwen2", usual.resolve("Qwen"));
    Shell.copyFixture("qwen2", given);
    shell.lookIntoAlways(usual);

    assertThat(shell.execute("models", "--folder", given.toString()).out().lines().skip(1))
        .extracting(line -> line.replaceAll(" .*", ""))
        .containsExactly("Large", "Small", "Qwen", "given");
  }

  @Test
  void givesTheSameAsJson() {
    Path broken = directory.resolve("broken");
    Shell.write(broken.resolve("config.json"), "{\"model_type\": \"mamba\"}");

    Shell.Outcome outcome = shell.execute("models", "--json", "--folder", broken.toString());

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(Json.read(outcome.out()))
        .isEqualTo(
            Json.read(
                """
                {"models": [
                  {"id": "Large", "directory": "%1$s/Large", "usable": true,
                   "architecture": "LlamaForCausalLM", "parameters": 170432, "weightBytes": 340864,
                   "layers": 3, "hiddenSize": 64, "vocabularySize": 320, "contextLength": 512,
                   "dtype": "bf16"},
                  {"id": "Small", "directory": "%1$s/Small", "usable": true,
                   "architecture": "LlamaForCausalLM", "parameters": 131392, "weightBytes": 262784,
                   "layers": 2, "hiddenSize": 64, "vocabularySize": 320, "contextLength": 512,
                   "dtype": "bf16"},
                  {"id": "broken", "directory": "%2$s", "usable": false,
                   "reason": "%3$s"}]}
                """
                    .formatted(
                        shell.home().models(),
                        broken,
                        Json.read(outcome.out()).at("/models/2/reason").textValue())));
    assertThat(Json.read(outcome.out()).at("/models/2/reason").textValue()).contains("mamba");
  }
}
