package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.DraftChoice;
import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.DraftLengths;
import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.ModelChoice;
import dev.goldilocks.bench.PromptChoice;
import dev.goldilocks.bench.PromptLookup;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunNameTest {

  private String target = "GoldilocksCoder-9M";
  private Precision targetPrecision = Precision.BF16;
  private DraftChoice draft = draft("GoldilocksCoder-0.7M", Precision.BF16);
  private DraftLengths lengths = DraftLengths.of(List.of(4));
  private Sampling sampling = Sampling.greedy(0);
  private Path prompts = Path.of("assets", "prompts", "java.jsonl");

  @Test
  void aUsualRunIsItsPairAndItsK() {
    assertThat(name()).isEqualTo("GoldilocksCoder-9M + 0.7M, K = 4");
  }

  @Test
  void theDraftLeavesOutTheWordsItSharesWithTheTarget() {
    target = "Qwen2.5-1.5B-Instruct";
    draft = draft("Qwen2.5-0.5B-Instruct", Precision.BF16);

    assertThat(name()).isEqualTo("Qwen2.5-1.5B-Instruct + 0.5B, K = 4");
  }

  @Test
  void aDraftThatHasNoWordOfItsOwnKeepsItsName() {
    target = "Qwen2.5-0.5B-Instruct";
    draft = draft("Qwen2.5-0.5B", Precision.BF16);

    assertThat(name()).isEqualTo("Qwen2.5-0.5B-Instruct + Qwen2.5-0.5B, K = 4");
  }

  @Test
  void aDraftOfAnotherFamilyKeepsItsName() {
    draft = draft("SmolLM2-135M", Precision.BF16);

    assertThat(name()).isEqualTo("GoldilocksCoder-9M + SmolLM2-135M, K = 4");
  }

  @Test
  void promptLookupSaysItsLongestMatchWhereThatIsNotTheUsual() {
    draft = PromptLookup.USUAL;
    assertThat(name()).isEqualTo("GoldilocksCoder-9M + prompt lookup, K = 4");

    draft = new PromptLookup(3);
    assertThat(name()).isEqualTo("GoldilocksCoder-9M + prompt lookup 3, K = 4");
  }

  @Test
  void manyKAreARangeOrAListWithThePoliciesLast() {
    lengths = DraftLengths.of(List.of(1, 2, 3, 4));
    assertThat(name()).isEqualTo("GoldilocksCoder-9M + 0.7M, K = 1 to 4");

    lengths =
        new DraftLengths(
            List.of(
                new DraftLength.Fixed(2),
                new DraftLength.Fixed(8),
                new DraftLength.Confident(8, 0.4),
                new DraftLength.Predicted(16)));
    assertThat(name()).isEqualTo("GoldilocksCoder-9M + 0.7M, K = 2,8,8@0.4,auto");
  }

  @Test
  void precisionIsSaidWhereItIsNotTheUsual() {
    targetPrecision = Precision.INT8;
    assertThat(name()).isEqualTo("GoldilocksCoder-9M + 0.7M, K = 4, int8 + bf16");

    draft = draft("GoldilocksCoder-0.7M", Precision.INT8);
    assertThat(name()).isEqualTo("GoldilocksCoder-9M + 0.7M, K = 4, int8");
  }

  @Test
  void otherPromptsAndSamplingStandAtTheEnd() {
    prompts = Path.of("spec-bench.jsonl");
    sampling = new Sampling(0.7, 40, 0.95, 0);

    assertThat(name())
        .isEqualTo(
            "GoldilocksCoder-9M + 0.7M, K = 4, spec-bench, temperature 0.7, top-k 40, top-p 0.95");
  }

  @Test
  void theBundledPromptsBearTheNameThatIsLeftOut() {
    assertThat(Path.of("assets", "prompts"))
        .isDirectoryContaining(
            file ->
                file.getFileName().toString().equals(RunName.BUNDLED_PROMPTS + ".jsonl")
                    && Files.isRegularFile(file));
  }

  private String name() {
    return RunName.of(
        new RunSpec(
            new ModelChoice(Path.of("models", target), targetPrecision),
            draft,
            "cpu",
            2,
            lengths,
            sampling,
            new PromptChoice(prompts, 10),
            128,
            1,
            EndOfSequence.IGNORE));
  }

  private static ModelChoice draft(String name, Precision precision) {
    return new ModelChoice(Path.of("models", name), precision);
  }
}
