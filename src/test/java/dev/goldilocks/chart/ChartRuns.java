package dev.goldilocks.chart;

import dev.goldilocks.bench.Ends;
import dev.goldilocks.bench.Environment;
import dev.goldilocks.bench.FigureIntervals;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.Ledger;
import dev.goldilocks.bench.ModelDescription;
import dev.goldilocks.bench.Provenance;
import dev.goldilocks.bench.Remarks;
import dev.goldilocks.bench.RunOrigin;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunResult;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.bench.SideFigures;
import dev.goldilocks.bench.SideIntervals;
import dev.goldilocks.bench.TokenDetails;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Sampling;
import dev.goldilocks.decode.WeightFormat;
import dev.goldilocks.runs.SampleRuns;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs for charts: figures without samples. */
final class ChartRuns {

  private static final double[] SPEEDUPS = {1.18, 1.31, 1.40, 1.43, 1.38, 1.27, 1.12, 0.98};

  private ChartRuns() {}

  /** A measured run at one K. */
  static RunRecord measured(String name, Precision precision, double baseline, double speedup) {
    return run(name, Provenance.MEASURED, precision, List.of(result(4, baseline, speedup, 0.04)));
  }

  /** A sweep over K = 1 to 8 whose speedups are scaled. */
  static RunRecord sweep(String name, Precision precision, double baseline, double scale) {
    return run(
        name,
        Provenance.MEASURED,
        precision,
        IntStream.rangeClosed(1, 8)
            .mapToObj(k -> result(k, baseline, SPEEDUPS[k - 1] * scale, 0.02 + 0.008 * k))
            .toList());
  }

  /** Someone else's figures, without an interval. */
  static RunRecord reported() {
    return SampleRuns.reported();
  }

  /** The run with other figures. */
  static RunRecord withResults(RunRecord run, List<RunResult> results) {
    return run(run.name(), run.provenance(), run.target().precision(), results);
  }

  /** A run under another provenance. */
  static RunRecord with(Provenance provenance, RunRecord run) {
    return run(run.name(), provenance, run.target().precision(), run.results());
  }

  /** The figures at one K, with an interval that is that share of the speedup to each side. */
  static RunResult result(int draftTokens, double baseline, double speedup, double share) {
    RunResult figures =
        new RunResult(
            draftTokens,
            new Interval(speedup, speedup * (1 - share), speedup * (1 + share), 120),
            0,
            new SideFigures(baseline, 14.2, Double.NaN),
            new SideFigures(baseline * speedup, 16.1, Double.NaN),
            0.71,
            List.of(0.8, 0.6),
            3.1,
            0.73,
            512_000_000,
            Optional.empty(),
            ledger(draftTokens, 1_000 / baseline));
    return figures.withIntervals(
        new FigureIntervals(
            new SideIntervals(around(baseline, share), new Ends(13.9, 14.6)),
            new SideIntervals(around(baseline * speedup, share), new Ends(15.8, 16.5)),
            new Ends(0.68, 0.74),
            List.of(new Ends(0.77, 0.83), new Ends(0.56, 0.64)),
            new Ends(2.9, 3.3),
            new Ends(0.7, 0.76)));
  }

  private static Ends around(double figure, double share) {
    return new Ends(figure * (1 - share), figure * (1 + share));
  }

  /** Of a draft that takes a tenth of a target step, and a check 5 % longer for each token. */
  private static Ledger ledger(int draftTokens, double stepMs) {
    double draft = 0.1 * draftTokens * stepMs;
    double verify = (1 + 0.05 * draftTokens) * stepMs;
    double acceptance = 0.1 * stepMs;
    double host = 0.2 * stepMs;
    double residual = 0.1 * stepMs;
    return new Ledger(
        draft + verify + acceptance + host + residual, draft, verify, acceptance, host, residual);
  }

  /** A run of the bundled pair with those results. */
  static RunRecord run(
      String name, Provenance provenance, WeightFormat precision, List<RunResult> results) {
    RunRecord sample = SampleRuns.measured();
    RunSpec spec = SampleRuns.spec();
    ModelDescription target = sample.target();
    ModelDescription draft = sample.draft();
    return new RunRecord(
        new RunOrigin(
            "id",
            sample.createdAt(),
            provenance,
            new RunSpec(
                spec.target(),
                spec.draft(),
                spec.device(),
                spec.threads(),
                results.isEmpty()
                    ? List.of(4)
                    : results.stream()
                        .flatMap(result -> result.draftTokens().stream().boxed())
                        .toList(),
                Sampling.greedy(0),
                spec.prompts(),
                spec.maxNewTokens(),
                spec.repeats(),
                spec.endOfSequence()),
            withPrecision(target, precision),
            withPrecision(draft, precision),
            new Environment(
                "AMD EPYC 7B13 @ 2.45GHz",
                2,
                25_000_000_000L,
                "Linux 6.1",
                "25.0.1",
                "2.7.1",
                "0.1.0"),
            Optional.empty()),
        Remarks.named(name),
        results,
        List.of(),
        TokenDetails.NONE);
  }

  private static ModelDescription withPrecision(ModelDescription model, WeightFormat precision) {
    return new ModelDescription(
        model.id(),
        model.architecture(),
        model.parameters(),
        model.layers(),
        model.hiddenSize(),
        model.vocabularySize(),
        precision);
  }
}
