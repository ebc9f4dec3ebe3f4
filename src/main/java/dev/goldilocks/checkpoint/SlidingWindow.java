package dev.goldilocks.checkpoint;

import dev.goldilocks.problem.ProblemException;
import java.util.List;

/**
 * Attention that sees only the latest positions, which the model program does not compute. A window
 * that holds the whole context changes nothing, and neither does one that no layer has.
 */
final class SlidingWindow {

  private static final String FULL = "full_attention";
  private static final String SLIDING = "sliding_attention";

  /** Of {@code Qwen2Config}. */
  private static final int DEFAULT_POSITIONS = 4096;

  /** Of {@code Qwen2Config}. */
  private static final int DEFAULT_FULL_LAYERS = 28;

  private final JsonFields config;
  private final Architecture architecture;

  private SlidingWindow(JsonFields config, Architecture architecture) {
    this.config = config;
    this.architecture = architecture;
  }

  /**
   * Makes sure that attention over everything gives what the checkpoint's own gives.
   *
   * @param layers decoder layers
   * @param maxPositions longest context
   * @throws ProblemException when a layer's window is shorter than that, or a layer attends in
   *     another way still
   */
  static void requireWhole(
      JsonFields config, Architecture architecture, int layers, int maxPositions) {
    new SlidingWindow(config, architecture).requireWhole(layers, maxPositions);
  }

  private void requireWhole(int layers, int maxPositions) {
    if (!anyLayerSlides(layers)) {
      return;
    }
    if (!isStated()) {
      throw config.problem(
          "layer_types",
          "is %s, and no sliding_window is in use; correct it or download the file again."
              .formatted(SLIDING));
    }
    int positions = config.integer("sliding_window", 1, Integer.MAX_VALUE, DEFAULT_POSITIONS);
    if (positions < maxPositions) {
      throw config.problem(
          "sliding_window",
          ("is %d, and attention over a window is not supported; give another model, or set"
                  + " max_position_embeddings, which is %d, to %d, so that no context is longer"
                  + " than the window.")
              .formatted(positions, maxPositions, positions));
    }
  }

  private boolean anyLayerSlides(int layers) {
    List<String> types = config.texts("layer_types");
    for (String type : types) {
      if (!type.equals(FULL) && !type.equals(SLIDING)) {
        throw config.problem(
            "layer_types",
            "is %s and only %s is supported; give another model."
                .formatted(UntrustedText.shown(type), FULL));
      }
    }
    return types.isEmpty() ? isStated() && layers > fullLayers() : types.contains(SLIDING);
  }

  /**
   * As {@code Qwen2Config} does. {@code LlamaConfig} knows no window; a config that states one was
   * made for attention over it nevertheless (that of a Mistral under Llama's name), and is not
   * computed in another way.
   */
  private boolean isStated() {
    return switch (architecture) {
      case LLAMA ->
          config.value("sliding_window").isPresent()
              && (config.value("use_sliding_window").isEmpty()
                  || config.isTrue("use_sliding_window"));
      case QWEN2 -> config.isTrue("use_sliding_window") && !config.isNull("sliding_window");
    };
  }

  /** Layers before the first that slides, where {@code layer_types} does not say. */
  private int fullLayers() {
    return switch (architecture) {
      case LLAMA -> 0;
      case QWEN2 -> config.integer("max_window_layers", 0, Integer.MAX_VALUE, DEFAULT_FULL_LAYERS);
    };
  }
}
