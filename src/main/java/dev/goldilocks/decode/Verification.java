package dev.goldilocks.decode;

import java.util.List;
import java.util.OptionalLong;

/**
 * What the target decided about a proposal.
 *
 * @param drafted the K drafted ids
 * @param accepted how many of them stand, 0 to K
 * @param next the token after the accepted ones: the correction when one was rejected, else the
 *     bonus token; not cached yet
 * @param acceptanceNanos time from the logits to the decision, as the model timed it; empty when it
 *     cannot tell that from the pass
 */
public record Verification(
    List<Integer> drafted, int accepted, int next, OptionalLong acceptanceNanos) {

  public Verification {
    drafted = List.copyOf(drafted);
    if (accepted < 0 || accepted > drafted.size()) {
      throw new IllegalArgumentException("accepted " + accepted + " of " + drafted.size());
    }
  }

  /** A decision whose time cannot be told from that of the pass. */
  public Verification(List<Integer> drafted, int accepted, int next) {
    this(drafted, accepted, next, OptionalLong.empty());
  }
}
