package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.SelfTestResult;
import dev.goldilocks.decode.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfTestTest {

  @TempDir Path directory;
  private final ScriptedLibrary library = new ScriptedLibrary();
  private final List<Interval> heard = new ArrayList<>();
  private SelfTest.Request request;

  @BeforeEach
  void writePrompts() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      lines.append(
          "{\"question_id\": %d, \"category\": \"code\", \"turns\": [\"%s\"]}\n"
              .formatted(i, "a".repeat(i + 1)));
    }
    request =
        new SelfTest.Request(
            new ModelChoice(Fixtures.checkpoint("llama"), Precision.F32),
            1,
            new PromptChoice(Files.writeString(directory.resolve("prompts.jsonl"), lines), 9),
            5);
  }

  @Test
  void fortyRunsAreMadeWithOneModelThatHasNoDraft() {
    SelfTestResult result = new SelfTest(_ -> library).run(request, heard::add, () -> false);

    assertThat(result.speedups()).hasSize(40).isEqualTo(heard);
    assertThat(result.speedups())
        .allSatisfy(
            speedup -> {
              assertThat(speedup.pairs()).isEqualTo(9);
              assertThat(speedup.low()).isPositive().isLessThanOrEqualTo(speedup.high());
            });
    assertThat(library.calls())
        .containsExactly("load llama f32 14", "close llama", "close tokenizer of llama");
  }

  @Test
  void itStopsWhenItIsCancelled() {
    assertThatThrownBy(
            () -> new SelfTest(_ -> library).run(request, heard::add, () -> heard.size() == 3))
        .isInstanceOf(CancellationException.class);
    assertThat(heard).hasSize(3);
    assertThat(library.calls()).contains("close llama");
  }
}
