package dev.goldilocks.runs;

import dev.goldilocks.bench.Cause;
import dev.goldilocks.bench.DraftLength;
import dev.goldilocks.bench.Drift;
import dev.goldilocks.bench.Evidence;
import dev.goldilocks.bench.Interpretation;
import dev.goldilocks.bench.Interval;
import dev.goldilocks.bench.PolicyGain;
import dev.goldilocks.bench.RoundCost;
import dev.goldilocks.bench.Steadiness;
import dev.goldilocks.bench.Verdict;
import dev.goldilocks.bench.VerdictRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A verdict in plain words: the same in the window, the terminal and exports. */
public final class VerdictText {

  private final FigureText figures;
  private final RunTexts texts;

  /**
   * @param locale whose words, decimal sign and digits; {@link Locale#ROOT} in files
   */
  public VerdictText(Locale locale) {
    this.figures = new FigureText(locale);
    this.texts = new RunTexts(locale);
  }

  /** The outcome and what counts most for it, in one sentence. */
  public String sentence(Verdict verdict) {
    String words = outcome(verdict);
    return switch (verdict.outcome()) {
      case FASTER -> withReason("verdict.faster.why", words, verdict);
      case SLOWER, NO_SIGNIFICANT_DIFFERENCE -> withReason("verdict.why", words, verdict);
      case TOO_FEW_PROMPTS, INTERVAL_NOT_GIVEN ->
          withReason("verdict.uncertain.why", words, verdict);
      case DISTURBED, TIMING_ONLY, NOTHING_MEASURED -> texts.of("verdict.outcome", words);
    };
  }

  private String withReason(String key, String outcome, Verdict verdict) {
    return verdict
        .cause()
        .map(cause -> texts.of(key, outcome, reason(cause, verdict)))
        .orElseGet(() -> withoutReason(outcome, verdict));
  }

  private String withoutReason(String outcome, Verdict verdict) {
    return verdict.missing().stream()
        .filter(missing -> missing != Verdict.Missing.INTERVAL)
        .map(missing -> name(missing, verdict.evidence()))
        .collect(Collectors.collectingAndThen(Collectors.toList(), this::listed))
        .map(needed -> texts.of("verdict.unknown.why", outcome, needed))
        .orElseGet(() -> texts.of("verdict.outcome", outcome));
  }

  /** In one phrase; empty when there are none. */
  private Optional<String> listed(List<String> names) {
    if (names.size() < 2) {
      return names.stream().findFirst();
    }
    return names.subList(0, names.size() - 1).stream()
        .reduce((before, name) -> texts.of("list.more", before, name))
        .map(all -> texts.of("list.last", all, names.getLast()));
  }

  /** {@link #sentence}, and what disturbed the run or drifted in it. */
  public String whole(Verdict verdict, List<Interval> speedups) {
    return Stream.of(sentence(verdict), steadiness(verdict.evidence().run().steadiness(), speedups))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /**
   * What would change the outcome, and what a policy gained over the best fixed K, in up to three
   * sentences; empty when nothing is known of either.
   */
  public String flip(Verdict verdict) {
    return switch (verdict.outcome()) {
      case FASTER, SLOWER, NO_SIGNIFICANT_DIFFERENCE, TOO_FEW_PROMPTS, INTERVAL_NOT_GIVEN ->
          Stream.of(
                  verdict.supposition().map(this::supposition).orElseGet(() -> thresholds(verdict)),
                  gain(verdict.evidence()))
              .filter(sentence -> !sentence.isEmpty())
              .collect(Collectors.joining(" "));
      case TIMING_ONLY -> atTheseCosts(verdict);
      case DISTURBED, NOTHING_MEASURED -> "";
    };
  }

  private String atTheseCosts(Verdict verdict) {
    if (verdict.evidence().cost().isEmpty()) {
      return "";
    }
    double alpha = verdict.flip().breakEvenAlpha();
    return Double.isNaN(alpha)
        ? texts.of("flip.timing.none")
        : texts.of("flip.timing", figures.number(alpha));
  }

  /** What a policy gained over the best fixed K; empty for a fixed K, and when nobody knows. */
  private String gain(Evidence evidence) {
    return evidence.run().gains().stream()
        .filter(gain -> evidence.length().equals(Optional.of(gain.policy())))
        .map(this::gain)
        .findFirst()
        .orElse("");
  }

  private String gain(PolicyGain gain) {
    return switch (Interpretation.of(gain.ratio())) {
      case FASTER -> gain("gain.faster", gain);
      case SLOWER -> gain("gain.slower", gain);
      case NO_SIGNIFICANT_DIFFERENCE -> gain("gain.no_significant_difference", gain);
      case TOO_FEW_PROMPTS, INTERVAL_NOT_GIVEN -> gain("gain.no.interval", gain);
      case DISTURBED, TIMING_ONLY, NOTHING_MEASURED -> "";
    };
  }

  private String gain(String key, PolicyGain gain) {
    return texts.of(
        key,
        figures.factor(gain.ratio().value()),
        figures.ends(gain.ratio().ends()),
        gain.bestFixed().label());
  }

  /**
   * What disturbed a run or drifted in it, as a clause without its full stop, for all of its
   * verdicts together: {@code the machine was not steady (from the first third of the run to the
   * last, the target alone became 1.31× as fast [1.20, 1.43]; that changes no verdict)}.
   *
   * @param speedups of the run, one for each K
   * @return empty when nothing did so noticeably, or nobody can tell
   */
  public Optional<String> unsteadiness(Steadiness steadiness, List<Interval> speedups) {
    if (steadiness.isDisturbed()) {
      return Optional.of(
          texts.of("unsteady.disturbed", figures.factor(steadiness.steps().ratio())));
    }
    Drift drift = steadiness.drift();
    if (drift.machineDrifted()) {
      String key = drift.speedupDrifted() ? "unsteady.both" : "unsteady.machine";
      return Optional.of(drifted(key, drift, speedups));
    }
    return drift.speedupDrifted()
        ? Optional.of(drifted("unsteady.speedup", drift, speedups))
        : Optional.empty();
  }

  private String drifted(String key, Drift drift, List<Interval> speedups) {
    boolean couldChange =
        speedups.stream().anyMatch(each -> VerdictRules.driftCouldChange(each, drift));
    return texts.of(
        key,
        change("changed.machine", drift.baseline()),
        change("changed.speedup", drift.speedup()),
        texts.of(couldChange ? "unsteady.harms" : "unsteady.harmless"));
  }

  private String change(String key, Interval change) {
    return texts.of(key, figures.factor(change.value()), figures.ends(change.ends()));
  }

  /** The same as a sentence; empty when the machine was steady. */
  public String steadiness(Steadiness steadiness, List<Interval> speedups) {
    return unsteadiness(steadiness, speedups)
        .map(clause -> Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".")
        .orElse("");
  }

  private String outcome(Verdict verdict) {
    Evidence evidence = verdict.evidence();
    String speedup = figures.factor(evidence.speedup().value());
    String where = evidence.length().map(this::where).orElse("");
    return switch (verdict.outcome()) {
      case FASTER -> texts.of("outcome.faster", speedup, where);
      case SLOWER -> texts.of("outcome.slower", speedup, where);
      case NO_SIGNIFICANT_DIFFERENCE ->
          texts.of("outcome.no_significant_difference", speedup, where);
      case TOO_FEW_PROMPTS ->
          texts.of(
              "outcome.too_few_prompts",
              speedup,
              where,
              texts.of(
                  "pairs", figures.whole(evidence.speedup().pairs()), evidence.speedup().pairs()));
      case INTERVAL_NOT_GIVEN -> texts.of("outcome.interval_not_given", speedup, where);
      case DISTURBED -> disturbed(evidence, speedup, where);
      case TIMING_ONLY -> timingOnly(evidence, speedup, where);
      case NOTHING_MEASURED -> texts.of("outcome.nothing_measured", speedup, where);
    };
  }

  private String timingOnly(Evidence evidence, String speedup, String where) {
    return switch (evidence.run().weights()) {
      case RANDOM -> texts.of("outcome.timing_only.random", speedup, where);
      case TRAINED -> texts.of("outcome.timing_only", speedup, where);
    };
  }

  /** Why the figures at one K are not to be relied on is said where the whole run does not. */
  private String disturbed(Evidence evidence, String speedup, String where) {
    return evidence.run().steadiness().isDisturbed()
        ? texts.of("outcome.disturbed", speedup, where)
        : texts.of(
            "outcome.disturbed.check",
            speedup,
            where,
            tokens(cost(evidence).draftTokens() + 1),
            figures.number(1 / cost(evidence).verifyEfficiency()));
  }

  private String where(DraftLength length) {
    return switch (length) {
      case DraftLength.Fixed(int most) -> texts.of("at.fixed", figures.whole(most));
      case DraftLength.Confident(int most, double threshold) ->
          texts.of("at.confident", figures.whole(most), figures.number(threshold));
      case DraftLength.Heuristic(int most) -> texts.of("at.heuristic", figures.whole(most));
      case DraftLength.Predicted(int most) -> texts.of("at.predicted", figures.whole(most));
    };
  }

  private String reason(Cause cause, Verdict verdict) {
    Evidence evidence = verdict.evidence();
    String without = figures.factor(verdict.withoutCause());
    return switch (cause) {
      case DRAFT_TOO_SLOW ->
          texts.of("cause.draft_too_slow", without, figures.number(cost(evidence).draftStep()));
      case LOW_ACCEPTANCE ->
          texts.of("cause.low_acceptance", without, figures.number(evidence.alpha()));
      case VERIFICATION_COMPUTE_BOUND ->
          verification("cause.verification_compute_bound", without, cost(evidence));
      case VERIFICATION_KERNEL ->
          verification("cause.verification_kernel", without, cost(evidence));
      case VERIFICATION_NOT_FREE ->
          verification("cause.verification_not_free", without, cost(evidence));
      case HOST_OVERHEAD ->
          texts.of("cause.host_overhead", without, figures.number(cost(evidence).overhead()));
      case MEMORY_PRESSURE ->
          texts.of("cause.memory_pressure", without, figures.percent(evidence.memoryShare()));
    };
  }

  private static RoundCost cost(Evidence evidence) {
    return evidence.cost().orElseThrow();
  }

  private String verification(String key, String without, RoundCost cost) {
    double checked = cost.draftTokens() + 1;
    return texts.of(
        key,
        without,
        figures.number(1 / cost.verifyEfficiency()),
        texts.of(isWhole(checked) ? "checked.tokens" : "checked.tokens.mean", tokens(checked)));
  }

  /** A whole number as such; a mean with its digits. */
  private String tokens(double count) {
    return isWhole(count) ? figures.whole((long) count) : figures.number(count);
  }

  private static boolean isWhole(double count) {
    return count == Math.rint(count);
  }

  private String name(Verdict.Missing missing, Evidence evidence) {
    return switch (missing) {
      case QUIET_MACHINE -> texts.of("missing.quiet_machine");
      case INTERVAL -> texts.of("missing.interval");
      case DRAFT_TOKENS -> texts.of("missing.draft_tokens");
      case ACCEPTANCE -> texts.of("missing.acceptance");
      case FULL_ROUNDS -> fullRounds(evidence.length().orElseThrow().most());
      case LEDGER -> texts.of("missing.ledger");
      case CEILINGS -> texts.of("missing.ceilings");
    };
  }

  /** The first token comes from the prompt, and a round ends with a token of the target's own. */
  private String fullRounds(int draftTokens) {
    return texts.of(
        "missing.full_rounds",
        draftTokens,
        figures.whole(draftTokens),
        figures.whole(draftTokens + 2L));
  }

  private String thresholds(Verdict verdict) {
    Evidence evidence = verdict.evidence();
    if (evidence.cost().isEmpty() || Double.isNaN(evidence.alpha())) {
      return "";
    }
    Verdict.Flip flip = verdict.flip();
    String alpha =
        Double.isNaN(flip.breakEvenAlpha())
            ? texts.of("flip.alpha.none")
            : texts.of(
                "flip.alpha",
                figures.number(flip.breakEvenAlpha()),
                figures.number(evidence.alpha()));
    String draft =
        Double.isNaN(flip.largestDraftStep())
            ? texts.of("flip.draft.none")
            : texts.of(
                "flip.draft",
                figures.number(flip.largestDraftStep()),
                figures.number(cost(evidence).draftStep()));
    String better = flip.better().map(other -> better(other, evidence)).orElse("");
    return texts.of("flip", alpha, draft, better);
  }

  private String better(Verdict.BetterDraftTokens better, Evidence evidence) {
    return texts.of(
        "flip.better",
        figures.whole(better.draftTokens()),
        figures.factor(better.predicted()),
        tokens(cost(evidence).draftTokens()),
        figures.factor(better.predictedHere()),
        figures.factor(evidence.speedup().value()));
  }

  private String supposition(Verdict.Supposition supposed) {
    String meaning =
        Double.isNaN(supposed.alpha())
            ? texts.of("supposed.alpha.none")
            : texts.of("supposed.alpha", figures.number(supposed.alpha()));
    String breakEven =
        Double.isNaN(supposed.breakEvenAlpha())
            ? texts.of("supposed.pays.none")
            : texts.of("supposed.pays", figures.number(supposed.breakEvenAlpha()));
    return texts.of("supposed", figures.number(supposed.draftStep()), meaning, breakEven);
  }
}
