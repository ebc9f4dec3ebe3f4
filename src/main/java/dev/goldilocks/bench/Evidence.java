package dev.goldilocks.bench;

import dev.goldilocks.decode.ForeignFormat;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.UnstatedFormat;
import dev.goldilocks.decode.WeightFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a verdict is reached from, at one K. What is not known is NaN or empty.
 *
 * @param length K, or the policy that chooses it; empty when nobody said
 * @param speedup measured speedup with its interval
 * @param alpha measured acceptance probability of one token
 * @param meanAcceptanceLength measured tokens a round; of a measurement it is NaN when the token
 *     limit left no round room to draft K tokens
 * @param cost measured cost of a round
 * @param weightRatio bytes of the draft's weights over those of the target's: c when both models do
 *     nothing but read their weights
 * @param memoryShare peak resident memory over the machine's physical memory
 * @param floor what the machine allows the verification, when it was probed, in units of {@code
 *     verifyMs}
 * @param verifyMs measured time of the verification
 * @param run what the rest of the run tells
 */
public record Evidence(
    Optional<DraftLength> length,
    Interval speedup,
    double alpha,
    double meanAcceptanceLength,
    Optional<RoundCost> cost,
    double weightRatio,
    double memoryShare,
    Optional<PassFloor> floor,
    double verifyMs,
    RunContext run) {

  /** A format's name that tells its size: f16, fp16, bfloat16, int8, 8-bit, 4 bit. */
  private static final Pattern BITS =
      Pattern.compile("(?:b?f|fp|b?float|u?int)?([1-9]\\d?)(?:[- ]?bits?)?");

  /** What the figures at one K tell, without a look at models or machine. */
  public static Evidence of(RunResult result, RunContext run) {
    return new Evidence(
        result.length(),
        result.speedup(),
        result.alpha(),
        result.meanAcceptanceLength(),
        RoundCost.of(result),
        Double.NaN,
        Double.NaN,
        floor(result, run),
        result.ledger().verifyMs(),
        run);
  }

  /** What the figures at one K tell, with the run's models and machine. */
  public static Evidence of(
      RunResult result,
      RunContext run,
      ModelDescription target,
      ModelDescription draft,
      Environment machine) {
    Evidence figures = of(result, run);
    return new Evidence(
        figures.length,
        figures.speedup,
        figures.alpha,
        figures.meanAcceptanceLength,
        figures.cost,
        weightBytes(draft) / weightBytes(target),
        known(result.peakMemoryBytes()) / known(machine.memoryBytes()),
        figures.floor,
        figures.verifyMs,
        figures.run);
  }

  /** The check reads the drafted tokens and the one before them. */
  private static Optional<PassFloor> floor(RunResult result, RunContext run) {
    return run.limits()
        .filter(_ -> Double.isFinite(result.meanDraftTokens()))
        .map(limits -> limits.floor(result.meanDraftTokens() + 1));
  }

  /**
   * Whether this was measured without a single round that had room to draft K tokens: of a text
   * whose limit is K + 1 tokens or fewer, each round drafts less, and says nothing about K.
   */
  boolean lacksFullRounds() {
    return run.provenance() != Provenance.REPORTED && Double.isNaN(meanAcceptanceLength);
  }

  /** Whether K is fixed, and every round with room drafted that many tokens. */
  boolean isAlwaysDraftedTo(double meanDraftTokens) {
    return length.filter(each -> !each.isAdaptive() && each.most() == meanDraftTokens).isPresent();
  }

  /** The same after the machine was probed. */
  public Evidence with(PassFloor probed) {
    return new Evidence(
        length,
        speedup,
        alpha,
        meanAcceptanceLength,
        cost,
        weightRatio,
        memoryShare,
        Optional.of(probed),
        verifyMs,
        run);
  }

  private static double weightBytes(ModelDescription model) {
    return known(model.parameters()) * bytesPerWeight(model.precision());
  }

  private static double bytesPerWeight(WeightFormat format) {
    return switch (format) {
      case Precision precision -> precision.bytesPerWeight();
      case ForeignFormat(String label) -> {
        Matcher bits = BITS.matcher(label);
        yield bits.matches() ? Integer.parseInt(bits.group(1)) / 8.0 : Double.NaN;
      }
      case UnstatedFormat _ -> Double.NaN;
    };
  }

  private static double known(long count) {
    return count == 0 ? Double.NaN : count;
  }
}
