package dev.goldilocks.ui.live;

import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.Evidence;
import dev.goldilocks.bench.Interpretation;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.KeptRun;
import dev.goldilocks.bench.PassLimits;
import dev.goldilocks.bench.PolicyGain;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.RoundLedger;
import dev.goldilocks.bench.RunContext;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.Steadiness;
import dev.goldilocks.bench.Verdict;
import dev.goldilocks.bench.VerdictRules;
import dev.goldilocks.bench.Weights;
import dev.goldilocks.runs.VerdictText;
import dev.goldilocks.ui.text.FigureFormat;
import dev.goldilocks.ui.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;

/**
 * The strip that says which side is faster, and by how much. With several K it shows the fastest,
 * until people pick another.
 */
public final class VerdictViewModel {

  private static final RunContext NOTHING =
      new RunContext(Provenance.MEASURED, List.of(), Steadiness.UNKNOWN);

  private final Texts texts;
  private final FigureFormat figures;
  private final VerdictText words;

  private final ReadOnlyListWrapper<RunResult> results =
      new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
  private final ObjectProperty<Optional<DraftLength>> picked =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<RunResult>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Interpretation> interpretation =
      new ReadOnlyObjectWrapper<>(Interpretation.NOTHING_MEASURED);
  private final ReadOnlyStringWrapper speedup = new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);
  private final ReadOnlyStringWrapper interval = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper pairs = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper flip = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper baseline = new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);
  private final ReadOnlyStringWrapper speculative =
      new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);
  private final ReadOnlyStringWrapper acceptance =
      new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);
  private final ReadOnlyStringWrapper acceptanceLength =
      new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);
  private final ReadOnlyStringWrapper lossless = new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);

  private final ReadOnlyStringWrapper alpha = new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);
  private final ReadOnlyStringWrapper baselineFirst =
      new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);
  private final ReadOnlyStringWrapper speculativeFirst =
      new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);
  private final ReadOnlyStringWrapper machineDrift =
      new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);
  private final ReadOnlyStringWrapper speedupDrift =
      new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);
  private final ReadOnlyStringWrapper stepSpread =
      new ReadOnlyStringWrapper(FigureFormat.UNDEFINED);
  private final ReadOnlyObjectWrapper<Optional<RoundLedger>> round =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private RunContext context = NOTHING;
  private Function<RunResult, Evidence> evidence = this::withoutModels;

  public VerdictViewModel(Texts texts, FigureFormat figures) {
    this.texts = texts;
    this.figures = figures;
    this.words = new VerdictText(figures.locale());
    picked.addListener(_ -> update());
    update();
  }

  /**
   * Takes new figures of a run that goes on.
   *
   * @param newResults one entry for each K
   * @param newSteadiness of the run that they are from
   * @param newGains of that run's policies
   * @param newLimits what the measured ceilings allow its target
   * @param weights of its models
   */
  public void show(
      List<RunResult> newResults,
      Steadiness newSteadiness,
      List<PolicyGain> newGains,
      Optional<PassLimits> newLimits,
      Weights weights) {
    RunContext newContext =
        RunContext.of(Provenance.MEASURED, newResults, newSteadiness, newGains, newLimits, weights);
    if (!results.get().equals(newResults) || !context.equals(newContext)) {
      show(newResults, newContext, this::withoutModels);
    }
  }

  /**
   * Takes the figures of a kept run.
   *
   * @param newContext what the run tells beside its figures
   */
  public void show(KeptRun run, RunContext newContext) {
    show(
        run.results(),
        newContext,
        result -> Evidence.of(result, newContext, run.target(), run.draft(), run.environment()));
  }

  private void show(
      List<RunResult> newResults,
      RunContext newContext,
      Function<RunResult, Evidence> newEvidence) {
    context = newContext;
    evidence = newEvidence;
    results.setAll(newResults);
    update();
  }

  private Evidence withoutModels(RunResult result) {
    return Evidence.of(result, context);
  }

  /** Forgets the figures and the picked K: another run begins. */
  public void clear() {
    picked.set(Optional.empty());
    show(List.of(), NOTHING, this::withoutModels);
  }

  /** The figures of each K. */
  public ReadOnlyListProperty<RunResult> resultsProperty() {
    return results.getReadOnlyProperty();
  }

  /** The K or policy that people picked; empty to show the fastest. */
  public ObjectProperty<Optional<DraftLength>> pickedProperty() {
    return picked;
  }

  /** The figures that are shown. */
  public ReadOnlyObjectProperty<Optional<RunResult>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Which side is faster. */
  public ReadOnlyObjectProperty<Interpretation> interpretationProperty() {
    return interpretation.getReadOnlyProperty();
  }

  /** The speedup, for example 1.43×. */
  public ReadOnlyStringProperty speedupProperty() {
    return speedup.getReadOnlyProperty();
  }

  /** Its 95 % interval. */
  public ReadOnlyStringProperty intervalProperty() {
    return interval.getReadOnlyProperty();
  }

  /** How many pairs are behind it. */
  public ReadOnlyStringProperty pairsProperty() {
    return pairs.getReadOnlyProperty();
  }

  /** What it says, at which K, and what counts most for it. */
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** What would change it; empty when that is not known. */
  public ReadOnlyStringProperty flipProperty() {
    return flip.getReadOnlyProperty();
  }

  /** Decode tokens/s of the target alone. */
  public ReadOnlyStringProperty baselineProperty() {
    return baseline.getReadOnlyProperty();
  }

  /** Decode tokens/s with the draft. */
  public ReadOnlyStringProperty speculativeProperty() {
    return speculative.getReadOnlyProperty();
  }

  /** Acceptance rate. */
  public ReadOnlyStringProperty acceptanceProperty() {
    return acceptance.getReadOnlyProperty();
  }

  /** Mean acceptance length. */
  public ReadOnlyStringProperty acceptanceLengthProperty() {
    return acceptanceLength.getReadOnlyProperty();
  }

  /** How many texts were the same with and without the draft. */
  public ReadOnlyStringProperty losslessProperty() {
    return lossless.getReadOnlyProperty();
  }

  /** Acceptance probability of one token. */
  public ReadOnlyStringProperty alphaProperty() {
    return alpha.getReadOnlyProperty();
  }

  /** Time to the first token of the target alone, in milliseconds. */
  public ReadOnlyStringProperty baselineFirstProperty() {
    return baselineFirst.getReadOnlyProperty();
  }

  /** Time to the first token with the draft, in milliseconds. */
  public ReadOnlyStringProperty speculativeFirstProperty() {
    return speculativeFirst.getReadOnlyProperty();
  }

  /** Speed of the target alone, last third of the run over first, with its 95 % interval. */
  public ReadOnlyStringProperty machineDriftProperty() {
    return machineDrift.getReadOnlyProperty();
  }

  /** Speedup, last third of the run over first, with its 95 % interval. */
  public ReadOnlyStringProperty speedupDriftProperty() {
    return speedupDrift.getReadOnlyProperty();
  }

  /** Spread of the target's own steps over the whole run, ninetieth percentile over the tenth. */
  public ReadOnlyStringProperty stepSpreadProperty() {
    return stepSpread.getReadOnlyProperty();
  }

  /** Where the time of a round goes; empty when nobody knows. */
  public ReadOnlyObjectProperty<Optional<RoundLedger>> roundProperty() {
    return round.getReadOnlyProperty();
  }

  /** The fastest of several results; the first when none has a speedup. */
  public static Optional<RunResult> fastest(List<RunResult> results) {
    return results.stream()
        .max(
            Comparator.comparingDouble(
                (RunResult result) ->
                    Double.isNaN(result.speedup().value())
                        ? Double.NEGATIVE_INFINITY
                        : result.speedup().value()));
  }

  private void update() {
    Optional<RunResult> result =
        picked
            .get()
            .flatMap(
                length ->
                    results.stream()
                        .filter(each -> each.length().equals(Optional.of(length)))
                        .findFirst())
            .or(() -> fastest(results));
    shown.set(result);
    speedup.set(
        result.map(each -> figures.ratio(each.speedup().value())).orElse(FigureFormat.UNDEFINED));
    interval.set(
        result
            .filter(each -> Double.isFinite(each.speedup().low()))
            .map(each -> figures.ends(each.speedup()))
            .orElse(""));
    pairs.set(
        result
            .map(
                each ->
                    texts.of(
                        "verdict.pairs",
                        figures.count(each.speedup().pairs()),
                        each.speedup().pairs()))
            .orElseGet(() -> texts.of("verdict.pairs.none")));
    Optional<Verdict> verdict = result.map(evidence).map(VerdictRules::judge);
    interpretation.set(verdict.map(Verdict::outcome).orElse(Interpretation.NOTHING_MEASURED));
    sentence.set(
        verdict
            .map(each -> words.whole(each, results.stream().map(RunResult::speedup).toList()))
            .orElse(""));
    flip.set(verdict.map(words::flip).orElse(""));
    baseline.set(number(result.map(each -> each.baseline().decodeTokensPerSecond())));
    speculative.set(number(result.map(each -> each.speculative().decodeTokensPerSecond())));
    acceptance.set(
        result.map(each -> figures.percent(each.acceptanceRate())).orElse(FigureFormat.UNDEFINED));
    acceptanceLength.set(number(result.map(RunResult::meanAcceptanceLength)));
    lossless.set(
        result
            .flatMap(RunResult::lossless)
            .map(
                counts ->
                    texts.of(
                        "verdict.lossless.counts",
                        figures.count(counts.identical()),
                        figures.count(counts.identical() + counts.diverged())))
            .orElse(FigureFormat.UNDEFINED));
    alpha.set(number(result.map(RunResult::alpha)));
    baselineFirst.set(number(result.map(each -> each.baseline().timeToFirstTokenMs())));
    speculativeFirst.set(number(result.map(each -> each.speculative().timeToFirstTokenMs())));
    machineDrift.set(change(context.steadiness().drift().baseline()));
    speedupDrift.set(change(context.steadiness().drift().speedup()));
    stepSpread.set(figures.ratio(context.steadiness().steps().ratio()));
    round.set(result.flatMap(VerdictViewModel::round));
  }

  private static Optional<RoundLedger> round(RunResult result) {
    return result
        .length()
        .filter(_ -> Double.isFinite(result.ledger().roundMs()))
        .map(length -> new RoundLedger(length, result.ledger()));
  }

  private String change(Interval change) {
    return Double.isNaN(change.value()) ? FigureFormat.UNDEFINED : figures.ratio(change);
  }

  private String number(Optional<Double> value) {
    return value.map(figures::number).orElse(FigureFormat.UNDEFINED);
  }
}
