package dev.goldilocks.bench;

import dev.goldilocks.decode.ConstantDraft;
import dev.goldilocks.decode.CostedDraft;
import dev.goldilocks.decode.DraftPolicy;
import dev.goldilocks.decode.HeuristicDraft;
import dev.goldilocks.decode.RoundCosts;

/** Makes the policy that a {@link DraftLength} names. */
public final class DraftPolicies {

  private DraftPolicies() {}

  /**
   * A new one, for one decoder.
   *
   * @param costs what rounds take, for who chooses by it
   */
  public static DraftPolicy of(DraftLength length, RoundCosts costs) {
    return switch (length) {
      case DraftLength.Fixed(int most) -> new ConstantDraft(most, 0);
      case DraftLength.Confident(int most, double threshold) -> new ConstantDraft(most, threshold);
      case DraftLength.Heuristic(int most) -> new HeuristicDraft(most);
      case DraftLength.Predicted(int most) -> new CostedDraft(most, costs);
    };
  }
}
