package dev.goldilocks.ui.fake;

import dev.goldilocks.bench.Prompt;
import dev.goldilocks.bench.PromptSet;
import dev.goldilocks.checkpoint.Architecture;
import dev.goldilocks.checkpoint.AttentionBias;
import dev.goldilocks.checkpoint.BundledPair;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.Embeddings;
import dev.goldilocks.checkpoint.ModelConfig;
import dev.goldilocks.checkpoint.RopeScaling;
import dev.goldilocks.checkpoint.RotaryEmbedding;
import dev.goldilocks.checkpoint.TensorEntry;
import dev.goldilocks.checkpoint.TensorType;
import dev.goldilocks.checkpoint.WeightOrigin;
import dev.goldilocks.problem.ProblemException;
import dev.goldilocks.ui.setup.ModelShelf;
import dev.goldilocks.ui.setup.PromptShelf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Models and prompts that need no files. */
public final class Shelves {

  public static final Checkpoint TARGET = model("GoldilocksCoder-9M", 9_100_000, 6, 4096);
  public static final Checkpoint DRAFT = model("GoldilocksCoder-0.7M", 700_000, 2, 4096);

  /** A model of another family: it fits none of the others. */
  public static final Checkpoint STRANGER = model("Qwen2.5-0.5B", 494_032_768, 24, 151_936);

  public static final Path PROMPT_FILE = Path.of("/assets/prompts/goldilocks-40.jsonl");
  public static final List<Prompt> PROMPTS = prompts();

  private Shelves() {}

  /** A shelf with the pair; opening {@code /models/qwen} gives the stranger. */
  public static ModelShelf models() {
    return new ModelShelf() {
      @Override
      public List<Checkpoint> bundled() {
        return List.of(TARGET, DRAFT);
      }

      @Override
      public Optional<BundledPair> bundledPair() {
        return Optional.of(new BundledPair(TARGET, DRAFT));
      }

      @Override
      public List<Checkpoint> open(Path folder) {
        return List.of(TARGET, DRAFT, STRANGER).stream()
            .filter(model -> model.directory().equals(folder))
            .findFirst()
            .map(List::of)
            .orElseThrow(
                () ->
                    new ProblemException(
                        folder
                            + " holds no model, nor do the folders in it; choose a folder with"
                            + " config.json and safetensors."));
      }

      @Override
      public Optional<String> mismatch(Checkpoint target, Checkpoint draft) {
        return target.config().vocabularySize() == draft.config().vocabularySize()
            ? Optional.empty()
            : Optional.of(
                draft.id()
                    + " has a vocabulary of "
                    + draft.config().vocabularySize()
                    + " tokens and "
                    + target.id()
                    + " one of "
                    + target.config().vocabularySize()
                    + "; pick a draft with the target's tokenizer.");
      }
    };
  }

  /** A shelf with one prompt set; opening any other file fails. */
  public static PromptShelf promptSets() {
    return new PromptShelf() {
      @Override
      public List<Path> bundled() {
        return List.of(PROMPT_FILE);
      }

      @Override
      public PromptSet read(Path file) {
        if (!file.equals(PROMPT_FILE)) {
          throw new ProblemException(
              file + ", line 3: \"turns\" is missing; give one JSON object a line as Spec-Bench.");
        }
        return new PromptSet(PROMPTS, 2);
      }
    };
  }

  /** A checkpoint without files. */
  public static Checkpoint model(String id, long weights, int layers, int vocabulary) {
    Path directory = Path.of("/models").resolve(id);
    return new Checkpoint(
        directory,
        id,
        new ModelConfig(
            Architecture.LLAMA,
            320,
            864,
            layers,
            8,
            4,
            40,
            vocabulary,
            1e-5,
            new RotaryEmbedding(10_000, new RopeScaling.None()),
            Embeddings.TIED,
            AttentionBias.NONE,
            1024),
        Map.of(
            "w",
            new TensorEntry(
                "w",
                TensorType.BF16,
                List.of(weights),
                directory.resolve("model.safetensors"),
                0,
                2 * weights)),
        directory.resolve("tokenizer.json"),
        Set.of(0),
        WeightOrigin.TRAINED);
  }

  private static List<Prompt> prompts() {
    List<Prompt> prompts = new ArrayList<>();
    for (String category : List.of("code", "javadoc", "licence", "test")) {
      for (int number = 1; number <= 10; number++) {
        prompts.add(new Prompt(category + "-" + number, category, "// " + category + " " + number));
      }
    }
    return List.copyOf(prompts);
  }
}
