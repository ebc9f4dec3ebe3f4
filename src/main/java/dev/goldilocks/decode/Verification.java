package dev.goldilocks.decode;

import java.util.List;

/**
 * What the target decided about a proposal.
 *
 * @param drafted the K drafted ids
 * @param accepted how many of them stand, 0 to K
 * @param next the token after the accepted ones: the correction when one was rejected, else the
 *     bonus token; not cached yet
 */
public record Verification(List<Integer> drafted, int accepted, int next) {

  public Verification {
    drafted = List.copyOf(drafted);
    if (accepted < 0 || accepted > drafted.size()) {
      throw new IllegalArgumentException("accepted " + accepted + " of " + drafted.size());
    }
  }
}
