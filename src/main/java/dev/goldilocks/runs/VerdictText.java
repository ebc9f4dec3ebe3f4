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

/**
 * A verdict in plain words: the same in the window, the terminal and exports.
 *
 * @param figures how numbers are written
 */
public record VerdictText(FigureText figures) {

  /**
   * @param locale whose decimal sign and digits; {@link Locale#ROOT} in files
   */
  public VerdictText(Locale locale) {
    this(new FigureText(locale));
  }

  /** The outcome and what counts most for it, in one sentence. */
  public String sentence(Verdict verdict) {
    if (verdict.outcome() == Interpretation.NOTHING_MEASURED) {
      return outcome(verdict.outcome(), verdict.evidence()) + ".";
    }
    if (verdict.outcome() == Interpretation.DISTURBED) {
      return outcome(verdict.outcome(), verdict.evidence()) + disturbance(verdict.evidence()) + ".";
    }
    String outcome = outcome(verdict.outcome(), verdict.evidence());
    return verdict
        .cause()
        .map(cause -> outcome + link(verdict.outcome()) + reason(cause, verdict) + ".")
        .orElseGet(() -> outcome + unknown(verdict));
  }

  /**
   * What would change the outcome, and what a policy gained over the best fixed K, in up to three
   * sentences; empty when nothing is known of either.
   */
  public String flip(Verdict verdict) {
    if (verdict.outcome() == Interpretation.NOTHING_MEASURED
        || verdict.outcome() == Interpretation.DISTURBED) {
      return "";
    }
    String flip = verdict.supposition().map(this::supposition).orElseGet(() -> thresholds(verdict));
    return Stream.of(flip, gain(verdict.evidence()))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
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
    String factor = figures.factor(gain.ratio().value());
    String best = " the speedup at the best fixed K, " + gain.bestFixed().label();
    return switch (Interpretation.of(gain.ratio())) {
      case FASTER -> factor + interval(gain.ratio()) + best + ": choosing K pays.";
      case SLOWER -> factor + interval(gain.ratio()) + best + ": a fixed K is better.";
      case NO_SIGNIFICANT_DIFFERENCE ->
          factor + interval(gain.ratio()) + best + ": no significant difference.";
      case TOO_FEW_PROMPTS, INTERVAL_NOT_GIVEN ->
          factor + best + ", from too few prompts for an interval.";
      case DISTURBED, NOTHING_MEASURED -> "";
    };
  }

  private String interval(Interval interval) {
    return " [%s, %s]".formatted(figures.number(interval.low()), figures.number(interval.high()));
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
          "the machine was disturbed (one in ten of the target's own steps took %s the usual time of its text or longer; measure again on a quiet machine)"
              .formatted(figures.factor(steadiness.steps().ninetiethPercentile())));
    }
    Drift drift = steadiness.drift();
    String machine = change("the target alone became %s as fast", drift.baseline());
    String speedup = change("the speedup became %s what it was", drift.speedup());
    String advice =
        speedups.stream().anyMatch(each -> VerdictRules.driftCouldChange(each, drift))
            ? "that could change a verdict: measure again on a quiet machine"
            : "that changes no verdict";
    if (drift.machineDrifted() && drift.speedupDrifted()) {
      return Optional.of(
          unsteady("neither machine nor speedup was steady", machine + " and " + speedup, advice));
    }
    if (drift.machineDrifted()) {
      return Optional.of(unsteady("the machine was not steady", machine, advice));
    }
    return drift.speedupDrifted()
        ? Optional.of(unsteady("the speedup was not steady", speedup, advice))
        : Optional.empty();
  }

  /** Why the figures at one K are not to be relied on, where the whole run does not say so. */
  private String disturbance(Evidence evidence) {
    return evidence.run().steadiness().isDisturbed()
        ? ""
        : ": checking %s tokens took %s of a step over one, which cannot be (measure again on a quiet machine)"
            .formatted(
                tokens(cost(evidence).draftTokens() + 1),
                figures.number(1 / cost(evidence).verifyEfficiency()));
  }

  /** The same as a sentence; empty when the machine was steady. */
  public String steadiness(Steadiness steadiness, List<Interval> speedups) {
    return unsteadiness(steadiness, speedups)
        .map(clause -> Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".")
        .orElse("");
  }

  private static String unsteady(String what, String changes, String advice) {
    return what + " (from the first third of the run to the last, " + changes + "; " + advice + ")";
  }

  private String change(String sentence, Interval change) {
    return sentence.formatted(figures.factor(change.value())) + interval(change);
  }

  private String outcome(Interpretation outcome, Evidence evidence) {
    String where = evidence.length().map(this::where).orElse("");
    return switch (outcome) {
      case FASTER -> "Faster" + where;
      case SLOWER -> "Slower" + where;
      case NO_SIGNIFICANT_DIFFERENCE -> "No significant difference" + where;
      case TOO_FEW_PROMPTS ->
          figures.factor(evidence.speedup().value())
              + where
              + " from "
              + pairs(evidence.speedup())
              + " on too few prompts for an interval, so that chance is not ruled out";
      case INTERVAL_NOT_GIVEN ->
          figures.factor(evidence.speedup().value())
              + where
              + ", without an interval, which its source does not give";
      case DISTURBED ->
          figures.factor(evidence.speedup().value()) + where + " is not to be relied on";
      case NOTHING_MEASURED -> "Nothing to compare" + where;
    };
  }

  private String where(DraftLength length) {
    return switch (length) {
      case DraftLength.Fixed(int most) -> " at K = " + figures.whole(most);
      case DraftLength.Confident(int most, double threshold) ->
          " at K = %s, stopping under a confidence of %s"
              .formatted(figures.whole(most), figures.number(threshold));
      case DraftLength.Heuristic(int most) ->
          " with K by the heuristic, up to " + figures.whole(most);
      case DraftLength.Predicted(int most) ->
          " with K by measured costs and acceptance, up to " + figures.whole(most);
    };
  }

  private String pairs(Interval speedup) {
    return figures.whole(speedup.pairs()) + (speedup.pairs() == 1 ? " pair" : " pairs");
  }

  private static String link(Interpretation outcome) {
    return switch (outcome) {
      case FASTER -> "; what holds it back most: ";
      case SLOWER, NO_SIGNIFICANT_DIFFERENCE -> ": ";
      case TOO_FEW_PROMPTS, INTERVAL_NOT_GIVEN, DISTURBED, NOTHING_MEASURED -> "; ";
    };
  }

  private String reason(Cause cause, Verdict verdict) {
    Evidence evidence = verdict.evidence();
    String without = figures.factor(verdict.withoutCause());
    return switch (cause) {
      case DRAFT_TOO_SLOW ->
          "drafting a token takes %s of a target step (were it free: %s)"
              .formatted(figures.number(cost(evidence).draftStep()), without);
      case LOW_ACCEPTANCE ->
          "a drafted token is accepted with probability %s (were all accepted: %s)"
              .formatted(figures.number(evidence.alpha()), without);
      case VERIFICATION_COMPUTE_BOUND ->
          "arithmetic limits the check, which takes " + verification(cost(evidence), without);
      case VERIFICATION_KERNEL ->
          "the check is slower than this machine allows and takes "
              + verification(cost(evidence), without);
      case VERIFICATION_NOT_FREE -> "the check takes " + verification(cost(evidence), without);
      case HOST_OVERHEAD ->
          "a round spends %s target steps in neither model (without them: %s)"
              .formatted(figures.number(cost(evidence).overhead()), without);
      case MEMORY_PRESSURE ->
          "%s of the machine's memory is in use, so that times are those of swapping; take a"
                  .formatted(figures.percent(evidence.memoryShare()))
              + " smaller model or int8";
    };
  }

  private static RoundCost cost(Evidence evidence) {
    return evidence.cost().orElseThrow();
  }

  private String verification(RoundCost cost, String without) {
    double checked = cost.draftTokens() + 1;
    return "%s target steps for %s tokens%s (were it one: %s)"
        .formatted(
            figures.number(1 / cost.verifyEfficiency()),
            tokens(checked),
            isWhole(checked) ? "" : " on average",
            without);
  }

  /** A whole number as such; a mean with its digits. */
  private String tokens(double count) {
    return isWhole(count) ? figures.whole((long) count) : figures.number(count);
  }

  private static boolean isWhole(double count) {
    return count == Math.rint(count);
  }

  private String unknown(Verdict verdict) {
    List<String> needed =
        verdict.missing().stream()
            .filter(missing -> missing != Verdict.Missing.INTERVAL)
            .map(missing -> name(missing, verdict.evidence()))
            .toList();
    return needed.isEmpty() ? "." : "; why cannot be known without " + listed(needed) + ".";
  }

  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private String name(Verdict.Missing missing, Evidence evidence) {
    return switch (missing) {
      case QUIET_MACHINE -> "a quiet machine";
      case INTERVAL -> "the spread over prompts";
      case DRAFT_TOKENS -> "K";
      case ACCEPTANCE -> "the acceptance rate";
      case FULL_ROUNDS -> fullRounds(evidence.length().orElseThrow().most());
      case LEDGER -> "the times of draft and verification";
      case CEILINGS -> "the machine's measured ceilings";
    };
  }

  /** The first token comes from the prompt, and a round ends with a token of the target's own. */
  private String fullRounds(int draftTokens) {
    return "a round that had room to draft %s, which takes a limit of at least %s new tokens"
        .formatted(
            draftTokens == 1 ? "a token" : figures.whole(draftTokens) + " tokens",
            figures.whole(draftTokens + 2L));
  }

  private String thresholds(Verdict verdict) {
    if (verdict.evidence().cost().isEmpty() || Double.isNaN(verdict.evidence().alpha())) {
      return "";
    }
    RoundCost cost = verdict.evidence().cost().get();
    Verdict.Flip flip = verdict.flip();
    String alpha =
        Double.isNaN(flip.breakEvenAlpha())
            ? "No acceptance pays at these costs"
            : "Pays from an acceptance probability of %s on (here %s)"
                .formatted(
                    figures.number(flip.breakEvenAlpha()),
                    figures.number(verdict.evidence().alpha()));
    String draft =
        Double.isNaN(flip.largestDraftStep())
            ? "and at this acceptance not even a free draft does"
            : "with a draft of at most %s of a target step a token (here %s)"
                .formatted(
                    figures.number(flip.largestDraftStep()), figures.number(cost.draftStep()));
    String best =
        flip.better()
            .map(
                better ->
                    "; K = %s is predicted to do better, %s (K = %s: %s predicted, %s measured)"
                        .formatted(
                            figures.whole(better.draftTokens()),
                            figures.factor(better.predicted()),
                            tokens(cost.draftTokens()),
                            figures.factor(better.predictedHere()),
                            figures.factor(verdict.evidence().speedup().value())))
            .orElse("");
    return alpha + ", " + draft + best + ".";
  }

  private String supposition(Verdict.Supposition supposed) {
    String premise =
        "If both models did nothing but read their weights (c = %s) and checking were free, "
            .formatted(figures.number(supposed.draftStep()));
    String meaning =
        Double.isNaN(supposed.alpha())
            ? "no acceptance would explain this speedup: time went elsewhere"
            : "this speedup would mean an acceptance probability of %s"
                .formatted(figures.number(supposed.alpha()));
    String breakEven =
        Double.isNaN(supposed.breakEvenAlpha())
            ? "none would pay"
            : "it would pay from %s".formatted(figures.number(supposed.breakEvenAlpha()));
    return premise + meaning + ", and " + breakEven + ".";
  }
}
