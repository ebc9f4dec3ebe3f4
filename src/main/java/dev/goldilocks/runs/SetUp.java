package dev.goldilocks.runs;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.EndOfSequence;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.ReportedConditions;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.decode.Sampling;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A run's set-up in short phrases, the same in every table, chart and export. */
public final class SetUp {

  private static final FigureText FIGURES = new FigureText(Locale.ROOT);

  private SetUp() {}

  /** {@code Qwen2-1.5B int8}. */
  public static String target(RunSummary run) {
    return model(run.target());
  }

  /** {@code Qwen2-0.5B bf16}. */
  public static String draft(RunSummary run) {
    return model(run.draft());
  }

  /** {@code cpu, 2 threads}; a dash when not known. */
  public static String device(RunSummary run) {
    return switch (run.spec()) {
      case RunSpec spec -> spec.device() + ", " + counted(spec.threads(), "thread");
      case ReportedConditions reported ->
          joined(reported.device().orElse(""), counted(reported.threads(), "thread"));
    };
  }

  /** {@code 4}, or the policy that chooses K, {@code auto}; a dash when not known. */
  public static String draftTokens(RunResult result) {
    return result.length().map(DraftLength::shortLabel).orElse(FigureText.UNDEFINED);
  }

  /**
   * {@code 4}, {@code 1 to 8}, {@code 2, 4, 8} or {@code 1 to 8, auto..16}; a dash when not known.
   */
  public static String draftTokens(RunSummary run) {
    String all =
        Stream.concat(
                fixedDraftTokens(run).stream(),
                run.spec().draftLengths().stream()
                    .filter(DraftLength::isAdaptive)
                    .map(DraftLength::label))
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? FigureText.UNDEFINED : all;
  }

  private static Optional<String> fixedDraftTokens(RunSummary run) {
    int[] values = run.spec().draftTokens().stream().mapToInt(Integer::intValue).toArray();
    if (values.length == 0) {
      return Optional.empty();
    }
    int last = values[values.length - 1];
    boolean isRange =
        values.length > 2
            && IntStream.range(0, values.length).allMatch(i -> values[i] == values[0] + i);
    return Optional.of(
        isRange
            ? values[0] + " to " + last
            : IntStream.of(values).mapToObj(FIGURES::whole).collect(Collectors.joining(", ")));
  }

  /** {@code greedy} or {@code temperature 0.7, top-k 40, top-p 0.95}; a dash when not known. */
  public static String sampling(RunSummary run) {
    return switch (run.spec()) {
      case RunSpec spec -> sampling(spec.sampling());
      case ReportedConditions reported ->
          reported.sampling().map(SetUp::sampling).orElse(FigureText.UNDEFINED);
    };
  }

  private static String sampling(Sampling sampling) {
    if (sampling.isGreedy()) {
      return "greedy";
    }
    return Stream.of(
            "temperature " + sampling.temperature(),
            sampling.topK() == 0 ? "" : "top-k " + FIGURES.whole(sampling.topK()),
            sampling.topP() == 1 ? "" : "top-p " + sampling.topP())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** {@code code, 40 prompts}; a dash when nothing is known of them. */
  public static String prompts(RunSummary run) {
    return joined(
        PromptSets.name(run.spec()), run.prompts() == 0 ? "" : counted(run.prompts(), "prompt"));
  }

  /**
   * {@code 128 new tokens} or {@code up to 128 new tokens}; a dash when the tokens are not known.
   */
  public static String length(RunSummary run) {
    return switch (run.spec()) {
      case RunSpec spec -> length(spec.maxNewTokens(), Optional.of(spec.endOfSequence()));
      case ReportedConditions reported when reported.maxNewTokens().isPresent() ->
          length(reported.maxNewTokens().getAsInt(), reported.endOfSequence());
      case ReportedConditions _ -> FigureText.UNDEFINED;
    };
  }

  private static String length(int maxNewTokens, Optional<EndOfSequence> endOfSequence) {
    String tokens = counted(maxNewTokens, "new token");
    return endOfSequence.equals(Optional.of(EndOfSequence.IGNORE)) ? tokens : "up to " + tokens;
  }

  /** {@code 3 repeats}; a dash when not known. */
  public static String repeats(RunSummary run) {
    return switch (run.spec()) {
      case RunSpec spec -> counted(spec.repeats(), "repeat");
      case ReportedConditions reported -> joined(counted(reported.repeats(), "repeat"));
    };
  }

  /** {@code Some CPU, 2 cores}; a dash when not known. */
  public static String machine(RunSummary run) {
    return joined(
        run.environment().cpu(),
        run.environment().cores() == 0 ? "" : counted(run.environment().cores(), "core"));
  }

  /** {@code Goldilocks 0.1.0, libtorch 2.7.1}; a dash when not known. */
  public static String software(RunSummary run) {
    return joined(
        prefixed("Goldilocks ", run.environment().goldilocks()),
        prefixed("libtorch ", run.environment().torch()));
  }

  /** The day in UTC, {@code 2026-11-23}; a dash when nobody knows when a report was measured. */
  public static String date(RunSummary run) {
    return switch (run.spec()) {
      case RunSpec _ -> run.createdAt().atZone(ZoneOffset.UTC).toLocalDate().toString();
      case ReportedConditions _ -> FigureText.UNDEFINED;
    };
  }

  /** Where the figures come from, in words for a reader of a chart or table. */
  public static String provenance(RunSummary run) {
    return switch (run.provenance()) {
      case MEASURED -> "measured";
      case REPORTED -> "reported, not measured here";
      case TIMING_ONLY -> "timing only";
      case CANCELLED -> "cancelled, incomplete" + texts(run);
      case RECOVERED -> "recovered, incomplete" + texts(run);
    };
  }

  private static String texts(RunSummary run) {
    return switch (run.weights()) {
      case TRAINED -> "";
      case RANDOM -> ", timing only";
    };
  }

  /** Whether the figures are this program's own measurement of real texts, and of all of them. */
  public static boolean isWholeMeasurement(RunSummary run) {
    return run.provenance() == Provenance.MEASURED;
  }

  private static String model(ModelDescription model) {
    return Stream.of(model.id(), model.precision().label())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String joined(String... parts) {
    String known =
        Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    return known.isEmpty() ? FigureText.UNDEFINED : known;
  }

  private static String counted(OptionalInt count, String noun) {
    return count.isPresent() ? counted(count.getAsInt(), noun) : "";
  }

  private static String prefixed(String prefix, String text) {
    return text.isEmpty() ? "" : prefix + text;
  }

  private static String counted(int count, String noun) {
    return FIGURES.whole(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
