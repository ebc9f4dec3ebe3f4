package dev.goldilocks.runs;

import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.Side;
import dev.goldilocks.bench.Weights;
import dev.goldilocks.decode.Precision;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The names that enumerated values have in run files, and the way back. */
final class Labels {

  static final String IDENTICAL = "identical";
  static final String DIVERGED = "diverged";
  static final String NOT_COMPARED = "not-compared";
  static final String CANCELLED = "cancelled";
  static final String RANDOM = "random";

  private Labels() {}

  /** {@code stop}, {@code ignore}. */
  static String of(EndOfSequence endOfSequence) {
    return switch (endOfSequence) {
      case STOP -> "stop";
      case IGNORE -> "ignore";
    };
  }

  /** {@code baseline-first}, {@code speculative-first}. */
  static String of(Side first) {
    return switch (first) {
      case BASELINE -> "baseline-first";
      case SPECULATIVE -> "speculative-first";
    };
  }

  static Precision precision(JsonFields fields) {
    return find(fields, "precision", Precision.values(), Precision::label);
  }

  static EndOfSequence endOfSequence(JsonFields fields) {
    return find(fields, "endOfSequence", EndOfSequence.values(), Labels::of);
  }

  static Side first(JsonFields fields) {
    return find(fields, "order", Side.values(), Labels::of);
  }

  /**
   * {@code measured}, {@code reported}, {@code timing-only}, {@code recovered}. Programs that know
   * these four alone read a cancelled run too, which {@code ending} tells from one that broke off.
   */
  static String of(Provenance provenance) {
    return switch (provenance) {
      case MEASURED, REPORTED, TIMING_ONLY, RECOVERED -> provenance.label();
      case CANCELLED -> Provenance.RECOVERED.label();
    };
  }

  static Provenance provenance(JsonFields fields) {
    Provenance[] written = {
      Provenance.MEASURED, Provenance.REPORTED, Provenance.TIMING_ONLY, Provenance.RECOVERED
    };
    Provenance provenance = find(fields, "provenance", written, Labels::of);
    boolean cancelled =
        provenance == Provenance.RECOVERED
            && fields.optionalText("ending").equals(Optional.of(CANCELLED));
    return cancelled ? Provenance.CANCELLED : provenance;
  }

  /** Of a model; only random ones are written. */
  static Weights weights(JsonFields model) {
    Optional<String> weights = model.optionalText("weights");
    if (weights.isEmpty()) {
      return Weights.TRAINED;
    }
    if (weights.get().equals(RANDOM)) {
      return Weights.RANDOM;
    }
    throw model.notOneOf("weights", List.of(RANDOM));
  }

  private static <T> T find(JsonFields fields, String name, T[] values, Function<T, String> label) {
    String text = fields.text(name, JsonFields.WhenMissing.REFUSE);
    for (T value : values) {
      if (label.apply(value).equals(text)) {
        return value;
      }
    }
    List<String> allowed = Arrays.stream(values).map(label).toList();
    throw fields.notOneOf(name, allowed);
  }
}
