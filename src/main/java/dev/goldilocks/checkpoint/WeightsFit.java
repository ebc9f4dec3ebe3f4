package dev.goldilocks.checkpoint;

import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the weights are those of the model that {@code config.json} describes. A tensor too many
 * is as wrong as one too few: what reads past it computes another model.
 */
final class WeightsFit {

  private static final Pattern LAYER = Pattern.compile("model\\.layers\\.(\\d{1,9})\\..*");

  private WeightsFit() {}

  /**
   * Makes sure that the weights have as many layers as the config says. Weights with no layer by
   * the names known here pass: that their tensors are missing says more.
   *
   * @throws ProblemException when they have more or fewer
   */
  static void requireLayers(Path directory, int layers, Collection<StoredTensor> stored) {
    int held =
        stored.stream()
            .map(StoredTensor::name)
            .filter(name -> !isDerived(name))
            .map(LAYER::matcher)
            .filter(Matcher::matches)
            .mapToInt(layer -> Integer.parseInt(layer.group(1)) + 1)
            .max()
            .orElse(layers);
    if (held != layers) {
      throw new ProblemException(
          "%s: num_hidden_layers is %d, and the weights have %d layers; correct the field or download the checkpoint again."
              .formatted(directory.resolve(CheckpointReader.CONFIG), layers, held));
    }
  }

  /**
   * Makes sure that nothing is left out. Tensors outside the decoder ({@code score.weight} of a
   * reward model) are no part of it, and neither are those that follow from the config or from
   * another tensor.
   *
   * @param needed names of the tensors that the model is made of
   * @throws ProblemException when a tensor of the decoder is not among them
   */
  static void requireNothingElse(Map<String, StoredTensor> stored, Set<String> needed) {
    stored.values().stream()
        .filter(tensor -> !needed.contains(tensor.name()))
        .filter(tensor -> isOfDecoder(tensor.name()))
        .min((a, b) -> a.name().compareTo(b.name()))
        .ifPresent(
            tensor -> {
              throw new ProblemException(
                  "%s: tensor %s is no part of the model that config.json describes, and without it another one would be computed; correct config.json or give another model."
                      .formatted(tensor.file(), UntrustedText.shown(tensor.name())));
            });
  }

  private static boolean isOfDecoder(String name) {
    return (name.startsWith("model.") || name.startsWith("lm_head.")) && !isDerived(name);
  }

  /** Rotary frequencies that older checkpoints store, and a tied output embedding. */
  private static boolean isDerived(String name) {
    return name.contains(".rotary_emb.") || name.equals("lm_head.weight");
  }
}
