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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A run's set-up in short phrases: the same in every table, chart and export. */
public final class SetUpText {

  private final FigureText figures;
  private final RunTexts texts;

  /**
   * @param locale whose words, decimal sign and digits; {@link Locale#ROOT} in files
   */
  public SetUpText(Locale locale) {
    this.figures = new FigureText(locale);
    this.texts = new RunTexts(locale);
  }

  /** What a part is called at the head of its values: {@code Target}. */
  public String head(SetUpPart part) {
    return texts.of(key(part));
  }

  /** What a part is called within a sentence: {@code target}. */
  public String name(SetUpPart part) {
    return texts.of(key(part) + ".within");
  }

  private static String key(SetUpPart part) {
    return "part." + part.name().toLowerCase(Locale.ROOT);
  }

  /** A part of a run's set-up; a dash when not known. */
  public String value(SetUpPart part, RunSummary run) {
    return switch (part) {
      case TARGET -> model(run.target());
      case DRAFT -> model(run.draft());
      case DEVICE -> device(run);
      case DRAFT_TOKENS -> draftTokens(run);
      case PROMPTS -> prompts(run);
      case LENGTH -> length(run);
      case REPEATS -> repeats(run);
      case SAMPLING -> sampling(run);
      case MACHINE -> machine(run);
      case SOFTWARE -> software(run);
      case DATE -> date(run);
      case FIGURES -> provenance(run);
    };
  }

  /** The set-ups of runs side by side, part by part. */
  public List<SetUpRow> rows(List<RunSummary> runs) {
    return Stream.of(SetUpPart.values())
        .map(part -> new SetUpRow(part, runs.stream().map(run -> value(part, run)).toList()))
        .toList();
  }

  /**
   * Why a run's figures cannot be held against the first run's, as phrases; empty when they can.
   *
   * @param run index into the comparison's runs
   */
  public List<String> reasonsAgainst(Comparison comparison, int run) {
    RunSummary first = comparison.runs().getFirst();
    RunSummary other = comparison.runs().get(run);
    return comparison.differencesFromFirst(run).stream()
        .map(
            difference ->
                texts.of(
                    "difference." + difference.kind().name().toLowerCase(Locale.ROOT),
                    name(difference.part()),
                    value(difference.part(), first),
                    value(difference.part(), other)))
        .toList();
  }

  /** {@code cpu, 2 threads}; a dash when not known. */
  private String device(RunSummary run) {
    return switch (run.spec()) {
      case RunSpec spec -> joined(spec.device(), counted("threads", spec.threads()));
      case ReportedConditions reported ->
          joined(reported.device().orElse(""), counted("threads", reported.threads()));
    };
  }

  /**
   * {@code 4}, or the policy that chooses K, {@code auto}; a dash when not known. A notation and no
   * phrase: the same in every locale.
   */
  public static String draftTokens(RunResult result) {
    return result.length().map(DraftLength::shortLabel).orElse(FigureText.UNDEFINED);
  }

  /**
   * {@code 4}, {@code 1 to 8}, {@code 2, 4, 8} or {@code 1 to 8, auto..16}; a dash when not known.
   */
  private String draftTokens(RunSummary run) {
    return joined(
        Stream.concat(
                fixedDraftTokens(run).stream(),
                run.spec().draftLengths().stream()
                    .filter(DraftLength::isAdaptive)
                    .map(DraftLength::label))
            .toArray(String[]::new));
  }

  private Optional<String> fixedDraftTokens(RunSummary run) {
    int[] values = run.spec().draftTokens().stream().mapToInt(Integer::intValue).toArray();
    if (values.length == 0) {
      return Optional.empty();
    }
    boolean isRange =
        values.length > 2
            && IntStream.range(0, values.length).allMatch(i -> values[i] == values[0] + i);
    return Optional.of(
        isRange
            ? texts.of(
                "k.range", figures.whole(values[0]), figures.whole(values[values.length - 1]))
            : IntStream.of(values).mapToObj(figures::whole).collect(Collectors.joining(", ")));
  }

  /** {@code greedy} or {@code temperature 0.7, top-k 40, top-p 0.95}; a dash when not known. */
  private String sampling(RunSummary run) {
    return switch (run.spec()) {
      case RunSpec spec -> sampling(spec.sampling());
      case ReportedConditions reported ->
          reported.sampling().map(this::sampling).orElse(FigureText.UNDEFINED);
    };
  }

  private String sampling(Sampling sampling) {
    if (sampling.isGreedy()) {
      return texts.of("greedy");
    }
    return joined(
        texts.of("temperature", figures.exact(sampling.temperature())),
        sampling.topK() == 0 ? "" : texts.of("top.k", figures.whole(sampling.topK())),
        sampling.topP() == 1 ? "" : texts.of("top.p", figures.exact(sampling.topP())));
  }

  /** {@code code, 40 prompts}; a dash when nothing is known of them. */
  private String prompts(RunSummary run) {
    return joined(
        PromptSets.name(run.spec()), run.prompts() == 0 ? "" : counted("prompts", run.prompts()));
  }

  /**
   * {@code 128 new tokens} or {@code up to 128 new tokens}; a dash when the tokens are not known.
   */
  private String length(RunSummary run) {
    return switch (run.spec()) {
      case RunSpec spec -> length(spec.maxNewTokens(), spec.endOfSequence());
      case ReportedConditions reported when reported.maxNewTokens().isPresent() ->
          length(
              reported.maxNewTokens().getAsInt(),
              reported.endOfSequence().orElse(EndOfSequence.STOP));
      case ReportedConditions _ -> FigureText.UNDEFINED;
    };
  }

  private String length(int maxNewTokens, EndOfSequence endOfSequence) {
    return counted(
        switch (endOfSequence) {
          case STOP -> "new.tokens.up.to";
          case IGNORE -> "new.tokens";
        },
        maxNewTokens);
  }

  /** {@code 3 repeats}; a dash when not known. */
  private String repeats(RunSummary run) {
    return switch (run.spec()) {
      case RunSpec spec -> counted("repeats", spec.repeats());
      case ReportedConditions reported -> joined(counted("repeats", reported.repeats()));
    };
  }

  /** {@code Some CPU, 2 cores}; a dash when not known. */
  private String machine(RunSummary run) {
    return joined(
        run.environment().cpu(),
        run.environment().cores() == 0 ? "" : counted("cores", run.environment().cores()));
  }

  /** {@code Goldilocks 0.1.0, libtorch 2.7.1}; a dash when not known. */
  private String software(RunSummary run) {
    return joined(
        version("goldilocks", run.environment().goldilocks()),
        version("libtorch", run.environment().torch()));
  }

  /** The day in UTC, {@code 2026-11-23}; a dash when nobody knows when a report was measured. */
  private static String date(RunSummary run) {
    return switch (run.spec()) {
      case RunSpec _ -> run.createdAt().atZone(ZoneOffset.UTC).toLocalDate().toString();
      case ReportedConditions _ -> FigureText.UNDEFINED;
    };
  }

  /** Where the figures come from, in words for a reader of a chart or table. */
  private String provenance(RunSummary run) {
    Provenance provenance = run.provenance();
    String words = texts.of("provenance." + provenance.name().toLowerCase(Locale.ROOT));
    return switch (provenance) {
      case MEASURED, REPORTED, TIMING_ONLY -> words;
      case CANCELLED, RECOVERED ->
          switch (run.weights()) {
            case TRAINED -> words;
            case RANDOM -> texts.of("provenance.random", words);
          };
    };
  }

  /** {@code Qwen2-1.5B int8}. */
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

  private String counted(String key, OptionalInt count) {
    return count.isPresent() ? counted(key, count.getAsInt()) : "";
  }

  private String counted(String key, int count) {
    return texts.of(key, figures.whole(count), count);
  }

  private String version(String key, String version) {
    return version.isEmpty() ? "" : texts.of(key, version);
  }
}
