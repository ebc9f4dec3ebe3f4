package dev.goldilocks.checkpoint;

import dev.goldilocks.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads and checks a checkpoint directory in the Hugging Face layout: {@code config.json}, one or
 * many safetensors, {@code tokenizer.json} and, when it is there, {@code generation_config.json}.
 * Weights are not read, only the headers that say where they are.
 */
public final class CheckpointReader {

  static final String CONFIG = "config.json";
  private static final String GENERATION_CONFIG = "generation_config.json";
  private static final String TOKENIZER = "tokenizer.json";
  private static final int LONGEST_CONFIG = 4_000_000;

  private CheckpointReader() {}

  /**
   * Reads the description of a checkpoint.
   *
   * @param directory the folder that holds the files
   * @throws ProblemException when anything is missing, damaged or not supported; the sentence names
   *     the file and the field, and what to do
   */
  public static Checkpoint read(Path directory) {
    requireDirectory(directory);
    JsonFields config = JsonFields.read(directory.resolve(CONFIG), LONGEST_CONFIG);
    ModelConfig modelConfig = ModelConfigReader.read(config);
    Map<String, TensorEntry> tensors = requiredTensors(directory, modelConfig);
    return new Checkpoint(
        directory,
        CheckpointName.of(directory),
        modelConfig,
        tensors,
        tokenizer(directory),
        endOfSequenceIds(directory, config),
        weights(config));
  }

  private static void requireDirectory(Path directory) {
    if (GgufFile.isOne(directory)) {
      throw GgufFile.refused(directory);
    }
    if (!Files.exists(directory)) {
      throw new ProblemException(
          "The model folder " + directory + " does not exist; check its path.");
    }
    if (!Files.isDirectory(directory)) {
      throw new ProblemException(
          directory + " is not a folder; give the folder that holds config.json and the weights.");
    }
    if (!Files.exists(directory.resolve(CONFIG))) {
      throw new ProblemException(
          directory
              + " holds no config.json; give a folder in the Hugging Face layout, with config.json,"
              + " safetensors and tokenizer.json.");
    }
  }

  private static Map<String, TensorEntry> requiredTensors(Path directory, ModelConfig config) {
    Map<String, StoredTensor> stored = WeightFiles.tensors(directory);
    WeightsFit.requireLayers(directory, config.layers(), stored.values());
    Map<String, TensorEntry> tensors = new HashMap<>();
    RequiredTensors.of(config)
        .forEach((name, shape) -> tensors.put(name, required(directory, stored, name, shape)));
    WeightsFit.requireNothingElse(stored, tensors.keySet());
    return tensors;
  }

  private static TensorEntry required(
      Path directory, Map<String, StoredTensor> stored, String name, List<Long> shape) {
    StoredTensor tensor = stored.get(name);
    if (tensor == null) {
      refuseQuantised(stored, name);
      throw new ProblemException(
          "%s: tensor %s is missing from the weights, and config.json needs it; download the checkpoint again."
              .formatted(directory, name));
    }
    if (!tensor.shape().equals(shape)) {
      throw new ProblemException(
          "%s: tensor %s has shape %s, and config.json asks for %s; download the checkpoint again."
              .formatted(tensor.file(), name, tensor.shape(), shape));
    }
    TensorType type =
        Arrays.stream(TensorType.values())
            .filter(known -> known.name().equals(tensor.type()))
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        "%s: tensor %s has type %s, and only %s are read; give the checkpoint in one of these."
                            .formatted(
                                tensor.file(),
                                name,
                                UntrustedText.shown(tensor.type()),
                                Arrays.stream(TensorType.values())
                                    .map(TensorType::name)
                                    .collect(Collectors.joining(", ")))));
    return new TensorEntry(name, type, shape, tensor.file(), tensor.offset(), tensor.byteCount());
  }

  /** GPTQ and AWQ store a matrix under other names, also where the config does not say so. */
  private static void refuseQuantised(Map<String, StoredTensor> stored, String missing) {
    StoredTensor quantised = stored.get(missing.replaceFirst("\\.weight$", ".qweight"));
    if (quantised != null) {
      throw new ProblemException(
          "%s: tensor %s says that the weights are quantised already; give the checkpoint in F32, F16 or BF16."
              .formatted(quantised.file(), quantised.name()));
    }
  }

  private static Path tokenizer(Path directory) {
    Path file = directory.resolve(TOKENIZER);
    if (Files.exists(file)) {
      CheckpointFile.requireReadable(file);
      return file;
    }
    if (Files.exists(directory.resolve("tokenizer.model"))
        || Files.exists(directory.resolve("vocab.json"))) {
      throw new ProblemException(
          ("%s is missing, and the older tokenizer files beside it are not read; load the tokenizer"
                  + " with AutoTokenizer of the Python library transformers and save it with"
                  + " save_pretrained(folder).")
              .formatted(file));
    }
    throw new ProblemException(file + " is missing; download it into the same folder.");
  }

  private static Set<Integer> endOfSequenceIds(Path directory, JsonFields config) {
    Path file = directory.resolve(GENERATION_CONFIG);
    List<Integer> ids =
        Files.exists(file) ? endOfSequenceIds(JsonFields.read(file, LONGEST_CONFIG)) : List.of();
    return Set.copyOf(ids.isEmpty() ? endOfSequenceIds(config) : ids);
  }

  private static WeightOrigin weights(JsonFields config) {
    Optional<String> origin = config.text(RandomCheckpoint.WEIGHTS);
    if (origin.isEmpty()) {
      return WeightOrigin.TRAINED;
    }
    if (origin.get().equals(RandomCheckpoint.RANDOM)) {
      return WeightOrigin.RANDOM;
    }
    throw config.problem(
        RandomCheckpoint.WEIGHTS,
        "is %s, and only \"%s\" is known; leave the field out for weights that were trained."
            .formatted(UntrustedText.shown(origin.get()), RandomCheckpoint.RANDOM));
  }

  private static List<Integer> endOfSequenceIds(JsonFields fields) {
    return fields.integers("eos_token_id", 0, Integer.MAX_VALUE);
  }
}
