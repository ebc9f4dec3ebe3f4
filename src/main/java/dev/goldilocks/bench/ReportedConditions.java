package dev.goldilocks.bench;

import dev.goldilocks.decode.Sampling;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the source of someone else's figures says of how they came about. Whatever it leaves out is
 * empty, never a usual value.
 *
 * @param source where the figures were published
 * @param device where both models ran, for example {@code cuda}
 * @param threads threads of the device's kernels
 * @param draftTokens the values of K, ascending; empty when not given
 * @param sampling how tokens were chosen
 * @param promptSet what the prompts are called
 * @param prompts number of distinct prompts
 * @param maxNewTokens most tokens written after each prompt
 * @param repeats measurements of each prompt
 * @param endOfSequence whether an end-of-sequence token ended a text
 */
public record ReportedConditions(
    Optional<Source> source,
    Optional<String> device,
    OptionalInt threads,
    List<Integer> draftTokens,
    Optional<Sampling> sampling,
    Optional<String> promptSet,
    OptionalInt prompts,
    OptionalInt maxNewTokens,
    OptionalInt repeats,
    Optional<EndOfSequence> endOfSequence)
    implements RunConditions {

  public ReportedConditions {
    draftTokens = List.copyOf(draftTokens);
  }

  @Override
  public List<DraftLength> draftLengths() {
    return draftTokens.stream().<DraftLength>map(DraftLength.Fixed::new).toList();
  }
}
