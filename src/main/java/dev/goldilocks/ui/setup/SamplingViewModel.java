package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.RunDefaults;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** How tokens are chosen, as it is typed. */
public final class SamplingViewModel {

  private static final BigDecimal HOTTEST = BigDecimal.TEN;
  private static final BigDecimal LARGEST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final BigDecimal SMALLEST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal LARGEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

  private final Texts texts;
  private final EnteredNumber temperature;
  private final EnteredNumber topK;
  private final EnteredNumber topP;
  private final EnteredNumber seed;
  private final ReadOnlyObjectWrapper<Optional<Sampling>> sampling =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper greedy = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

  SamplingViewModel(Texts texts, FigureFormat figures) {
    this.texts = texts;
    temperature =
        new EnteredNumber(
            figures,
            number -> number.signum() >= 0 && number.compareTo(HOTTEST) <= 0,
            texts.of("setup.temperature.wrong"),
            BigDecimal.ZERO);
    topK =
        new EnteredNumber(
            figures, wholeUpTo(LARGEST_INT), texts.of("setup.top.k.wrong"), BigDecimal.ZERO);
    topP =
        new EnteredNumber(
            figures,
            number -> number.signum() > 0 && number.compareTo(BigDecimal.ONE) <= 0,
            texts.of("setup.top.p.wrong"),
            BigDecimal.ONE);
    seed =
        new EnteredNumber(
            figures,
            SamplingViewModel::isLong,
            texts.of("setup.seed.wrong"),
            BigDecimal.valueOf(RunDefaults.SEED));
    List.of(temperature, topK, topP, seed)
        .forEach(number -> number.textProperty().addListener(_ -> update()));
    update();
  }

  /** The divisor of the logits, 0 for greedy decoding. */
  public EnteredNumber temperature() {
    return temperature;
  }

  /** Number of most probable tokens to draw among, 0 for all. */
  public EnteredNumber topK() {
    return topK;
  }

  /** Probability mass to draw among, over 0 to 1. */
  public EnteredNumber topP() {
    return topP;
  }

  /** Seed of every draw, of the order of pairs too. */
  public EnteredNumber seed() {
    return seed;
  }

  /** All of it; empty while one of the numbers is not good. */
  public ReadOnlyObjectProperty<Optional<Sampling>> samplingProperty() {
    return sampling.getReadOnlyProperty();
  }

  /** Whether the most probable token is always taken, so that top-k and top-p change nothing. */
  public ReadOnlyBooleanProperty greedyProperty() {
    return greedy.getReadOnlyProperty();
  }

  /** All of it in one line; says so when one of the numbers is not good. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Sets all four. */
  void take(Sampling taken) {
    temperature.set(BigDecimal.valueOf(taken.temperature()));
    topK.set(BigDecimal.valueOf(taken.topK()));
    topP.set(BigDecimal.valueOf(taken.topP()));
    seed.set(BigDecimal.valueOf(taken.seed()));
  }

  private void update() {
    greedy.set(temperature.value().filter(number -> number.signum() == 0).isPresent());
    boolean good =
        Stream.of(temperature, topK, topP, seed).allMatch(number -> number.value().isPresent());
    sampling.set(good ? Optional.of(typed()) : Optional.empty());
    String form = greedy.get() ? "setup.greedy" : "setup.sampled";
    summary.set(
        texts.of(
            good ? form : "setup.sampling.wrong",
            temperature.textProperty().get().strip(),
            topK.textProperty().get().strip(),
            topP.textProperty().get().strip(),
            seed.textProperty().get().strip()));
  }

  private Sampling typed() {
    return new Sampling(
        temperature.value().orElseThrow().doubleValue(),
        topK.value().orElseThrow().intValueExact(),
        topP.value().orElseThrow().doubleValue(),
        seed.value().orElseThrow().longValueExact());
  }

  private static boolean isLong(BigDecimal number) {
    return number.compareTo(SMALLEST_LONG) >= 0
        && number.compareTo(LARGEST_LONG) <= 0
        && number.stripTrailingZeros().scale() <= 0;
  }

  private static Predicate<BigDecimal> wholeUpTo(BigDecimal most) {
    return number ->
        number.signum() >= 0
            && number.compareTo(most) <= 0
            && number.stripTrailingZeros().scale() <= 0;
  }
}
