package dev.goldilocks.cli;

import dev.goldilocks.bench.Prediction;
import dev.goldilocks.runs.FigureText;
import java.util.Locale;

/** How far a run's own acceptance and costs account for its speedup, in one sentence. */
final class PredictionText {

  private static final FigureText FIGURES = new FigureText(Locale.ROOT);

  private PredictionText() {}

  /** The steps of the prediction, and what the measured speedup is of the last. */
  static String sentence(Prediction prediction) {
    return "predicted: %s by Theorem 3.8, %s with the check's time, %s with that in neither model; measured %s, %s."
        .formatted(
            FIGURES.factor(prediction.theorem()),
            FIGURES.factor(prediction.withVerification()),
            FIGURES.factor(prediction.withOverhead()),
            FIGURES.factor(prediction.measured()),
            rest(prediction));
  }

  /** The two factors of the rest give it when multiplied, whichever side of 1 each is on. */
  private static String rest(Prediction prediction) {
    if (prediction.isWithinTolerance()) {
      return "within 10 % of the last";
    }
    String rest = "which is " + FIGURES.factor(prediction.residual()) + " of the last";
    return Double.isFinite(prediction.unexplained())
        ? "%s: %s by uneven acceptance times %s unexplained"
            .formatted(
                rest,
                FIGURES.factor(prediction.withAcceptance() / prediction.withOverhead()),
                FIGURES.factor(prediction.unexplained()))
        : rest + " and unexplained";
  }
}
