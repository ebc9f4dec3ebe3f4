package dev.goldilocks.chart;

import dev.goldilocks.bench.Interpretation;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.runs.Comparison;
import dev.goldilocks.runs.FigureText;
import dev.goldilocks.runs.RunSummary;
import dev.goldilocks.runs.SetUpPart;
import dev.goldilocks.runs.SetUpRow;
import dev.goldilocks.runs.SetUpText;
import dev.goldilocks.runs.VerdictText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a chart says in words: what it shows, what its runs have in common, what tells them apart,
 * and what stands against comparing them.
 */
final class ChartNotes {

  private static final String SEPARATOR = " · ";

  /** Marks a run whose machine or speedup was not steady. */
  private static final String DRIFTED = "*";

  private final Comparison comparison;
  private final FigureText figures;
  private final ChartTexts texts;
  private final SetUpText setUps;

  ChartNotes(Comparison comparison, FigureText figures, ChartTexts texts) {
    this.comparison = comparison;
    this.figures = figures;
    this.texts = texts;
    this.setUps = new SetUpText(figures.locale());
  }

  /** The set-up that the runs share, in one line; empty when they share nothing. */
  String sharedSetUp() {
    List<SetUpRow> rows = rows().stream().filter(row -> !isIdentity(row)).toList();
    String shared =
        Stream.concat(
                rows.stream().map(row -> phrase(row.part(), usual(row))),
                unusualProvenances().isEmpty()
                    ? Stream.of(texts.of("notes.measured"))
                    : Stream.empty())
            .filter(phrase -> !phrase.isEmpty())
            .collect(Collectors.joining(SEPARATOR));
    boolean isShared = rows.stream().noneMatch(SetUpRow::differs);
    return isShared || shared.isEmpty() ? shared : texts.of("notes.unless", shared);
  }

  /** What a run does not share. */
  String ownSetUp(int run) {
    List<String> phrases = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (SetUpRow row : rows()) {
      String value = row.values().get(run);
      if (!value.equals(usual(row)) && value.equals(FigureText.UNDEFINED)) {
        unknown.add(setUps.name(row.part()));
      } else if (isIdentity(row) || !value.equals(usual(row))) {
        phrases.add(phrase(row.part(), value));
      }
    }
    RunSummary summary = comparison.runs().get(run);
    if (!summary.isWholeMeasurement()) {
      phrases.add(setUps.value(SetUpPart.FIGURES, summary));
    }
    if (!unknown.isEmpty()) {
      phrases.add(texts.of("notes.unknown", String.join(", ", unknown)));
    }
    return String.join(SEPARATOR, phrases);
  }

  /** Where K differs, the plot itself says so; provenance is a thing of its own. */
  private List<SetUpRow> rows() {
    return setUps.rows(comparison.runs()).stream()
        .filter(row -> !(row.differs() && row.part() == SetUpPart.DRAFT_TOKENS))
        .filter(row -> row.part() != SetUpPart.FIGURES)
        .toList();
  }

  /** Runs are told apart by their models, so those stand with each run as soon as they differ. */
  private static boolean isIdentity(SetUpRow row) {
    return row.differs() && (row.part() == SetUpPart.TARGET || row.part() == SetUpPart.DRAFT);
  }

  /** What most runs have, the first run's among equals; unknown when every run has its own. */
  private static String usual(SetUpRow row) {
    Map<String, Long> counts =
        row.values().stream()
            .collect(
                Collectors.groupingBy(value -> value, LinkedHashMap::new, Collectors.counting()));
    long most = Collections.max(counts.values());
    if (row.differs() && most == 1) {
      return FigureText.UNDEFINED;
    }
    return counts.entrySet().stream()
        .filter(count -> count.getValue() == most)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** What stands under a chart: remarks on its figures, then what they were measured with. */
  List<String> footnotes(List<String> remarks, ChartStyle.Foot foot) {
    List<String> lines = new ArrayList<>(remarks);
    if (isWithoutSomeDraftTokens()) {
      lines.add(texts.of("fastest.shown"));
    }
    switch (foot) {
      case SET_UP -> {
        String shared = sharedSetUp();
        if (!shared.isEmpty()) {
          lines.add(shared);
        }
        lines.addAll(cautions());
      }
      case REMARKS -> {}
    }
    return lines;
  }

  /** One sentence for each run that cannot be compared with the first, or that drifted. */
  List<String> cautions() {
    return Stream.concat(
            mismatches(),
            IntStream.range(0, comparison.runs().size())
                .boxed()
                .flatMap(run -> unsteadiness(run).stream()))
        .toList();
  }

  private Optional<String> unsteadiness(int run) {
    return new VerdictText(figures.locale())
        .unsteadiness(comparison.steadiness().get(run), comparison.speedups(run))
        .map(
            unsteady ->
                texts.of("notes.unsteady", DRIFTED, comparison.runs().get(run).name(), unsteady));
  }

  private Stream<String> mismatches() {
    return comparison.mismatches().stream()
        .map(
            mismatch ->
                texts.of(
                    "notes.mismatch",
                    mark(mismatch.run()),
                    comparison.runs().getFirst().name(),
                    String.join("; ", setUps.reasonsAgainst(comparison, mismatch.run()))));
  }

  /** The name of a run, with its marks when it cannot be compared with the first, or drifted. */
  String name(int run) {
    String name = comparison.runs().get(run).name();
    String comparable =
        comparison.differencesFromFirst(run).isEmpty() ? name : name + " " + mark(run);
    return unsteadiness(run).isEmpty() ? comparable : comparable + " " + DRIFTED;
  }

  /** The name of a run with the K of one of its figures, unless it is named by its only K. */
  String nameAtK(Comparison.Group group) {
    String name = name(group.run());
    String k = SetUpText.draftTokens(group.result());
    RunSummary run = comparison.runs().get(group.run());
    boolean isNamedByIt = run.results().size() == 1 && run.name().contains("K = " + k);
    return isNamedByIt ? name : texts.of("k.is", name, k);
  }

  /**
   * Whether a figure's K must stand beside it: they differ, or a run was measured at others too.
   */
  boolean isOverDraftTokens() {
    long different =
        comparison.groups().stream().map(group -> group.result().length()).distinct().count();
    return different > 1 || isWithoutSomeDraftTokens();
  }

  /** Whether a run was measured at more K than are drawn. */
  boolean isWithoutSomeDraftTokens() {
    int measured = comparison.runs().stream().mapToInt(run -> run.results().size()).sum();
    return comparison.groups().size() < measured;
  }

  /** Provenances that need a word in the legend. */
  List<Provenance> unusualProvenances() {
    return comparison.runs().stream()
        .map(RunSummary::provenance)
        .filter(provenance -> provenance != Provenance.MEASURED)
        .distinct()
        .sorted()
        .toList();
  }

  /** The speedup's interval in words, or why there is none. */
  String interval(Comparison.Group group) {
    Interval speedup = group.result().speedup();
    String range =
        texts.of("interval.range", figures.number(speedup.low()), figures.number(speedup.high()));
    return switch (Interpretation.of(speedup)) {
      case FASTER, SLOWER, DISTURBED, TIMING_ONLY -> range;
      case NO_SIGNIFICANT_DIFFERENCE -> range + "\n" + texts.of("interval.difference");
      case TOO_FEW_PROMPTS, INTERVAL_NOT_GIVEN, NOTHING_MEASURED -> withoutInterval(group.result());
    };
  }

  /** Why a figure has no interval. */
  String withoutInterval(RunResult result) {
    if (Double.isNaN(result.speedup().value())) {
      return texts.of("interval.nothing");
    }
    return texts.of(
        result.speedup().knownPairs().isPresent() ? "interval.few" : "interval.not.given");
  }

  /** The marks of footnotes in their usual order, then numbers. */
  private String mark(int run) {
    List<Integer> marked = comparison.mismatches().stream().map(Comparison.Mismatch::run).toList();
    int index = marked.indexOf(run);
    return switch (index) {
      case 0 -> "†";
      case 1 -> "‡";
      case 2 -> "§";
      case 3 -> "¶";
      default -> "†" + figures.whole(index);
    };
  }

  private String phrase(SetUpPart part, String value) {
    if (value.equals(FigureText.UNDEFINED)) {
      return "";
    }
    return switch (part) {
      case TARGET -> texts.of("notes.target", value);
      case DRAFT -> texts.of("notes.draft", value);
      case DRAFT_TOKENS -> texts.of("notes.k", value);
      case DEVICE, PROMPTS, LENGTH, REPEATS, SAMPLING, MACHINE, SOFTWARE, DATE, FIGURES -> value;
    };
  }
}
