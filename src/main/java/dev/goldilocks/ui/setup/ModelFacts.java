package dev.goldilocks.ui.setup;

import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.TensorEntry;
import dev.goldilocks.checkpoint.TensorType;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a picker says of a model: size, layers, vocabulary and the type of its weights. */
public final class ModelFacts {

  private final Texts texts;
  private final FigureFormat figures;

  public ModelFacts(Texts texts, FigureFormat figures) {
    this.texts = texts;
    this.figures = figures;
  }

  /** One line, for example {@code 9.1M weights · 6 layers · 4,096 vocabulary · bf16}. */
  public String line(Checkpoint model) {
    return texts.of(
        "setup.model.facts",
        figures.shortCount(model.parameters()),
        figures.count(model.config().layers()),
        figures.count(model.config().vocabularySize()),
        storedType(model));
  }

  /** The type that most of the weights have on disk. */
  static String storedType(Checkpoint model) {
    Map<TensorType, Long> bytes =
        model.tensors().values().stream()
            .collect(
                Collectors.groupingBy(
                    TensorEntry::type, Collectors.summingLong(TensorEntry::byteCount)));
    return bytes.entrySet().stream()
        .max(Comparator.comparingLong(Map.Entry::getValue))
        .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT))
        .orElse(FigureFormat.UNDEFINED);
  }
}
