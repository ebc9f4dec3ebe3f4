package dev.goldilocks.bench;

import java.util.List;

/**
 * The 95 % bootstrap intervals of a run's figures at one K, beside the speedup's own. Prompts are
 * resampled as they are for the speedup, each with all of its pairs (with a single prompt, its
 * pairs are), and a figure is worked out anew from each resample as it is from all pairs: rates are
 * pooled, times to first token are medians. A prompt that adds nothing to a figure is not one of
 * its prompts; with fewer than {@link Bootstrap#FEWEST_UNITS} of them there is no interval.
 *
 * @param baseline of the target alone
 * @param speculative of the target with its drafter
 * @param acceptanceRate of accepted over drafted
 * @param acceptanceByPosition of the acceptance of each position, as many as there are figures;
 *     empty when none has one
 * @param meanAcceptanceLength of the tokens a round
 * @param alpha of the per-token acceptance probability
 */
public record FigureIntervals(
    SideIntervals baseline,
    SideIntervals speculative,
    Ends acceptanceRate,
    List<Ends> acceptanceByPosition,
    Ends meanAcceptanceLength,
    Ends alpha) {

  /** Of figures without any: someone else's, or of too few prompts. */
  public static final FigureIntervals NONE =
      new FigureIntervals(
          SideIntervals.NONE, SideIntervals.NONE, Ends.NONE, List.of(), Ends.NONE, Ends.NONE);

  public FigureIntervals {
    acceptanceByPosition =
        acceptanceByPosition.stream().anyMatch(Ends::areKnown)
            ? List.copyOf(acceptanceByPosition)
            : List.of();
  }

  /** The interval of the acceptance at a position, the first being 0. */
  public Ends acceptanceAt(int position) {
    return position < acceptanceByPosition.size() ? acceptanceByPosition.get(position) : Ends.NONE;
  }
}
