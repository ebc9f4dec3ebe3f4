package dev.goldilocks.bench;

import dev.goldilocks.problem.ProblemException;

/** How many tokens a round drafts, as it is asked for: a K, or a policy that chooses it. */
public sealed interface DraftLength extends Comparable<DraftLength> {

  /** The most K of a policy where none is given. */
  int USUAL_MOST = 16;

  /** Most tokens that a round drafts, 1 to {@link RunSpec#MOST_DRAFT_TOKENS}. */
  int most();

  /**
   * The name used in files and commands: {@code 4}, {@code 8@0.4}, {@code heuristic..16} or {@code
   * auto..16}. {@link DraftLengthLabel} reads it.
   */
  String label();

  /**
   * The name in tables and charts, where room is scarce: a most K that is {@link #USUAL_MOST} is
   * left out, {@code heuristic}. {@link DraftLengthLabel} reads it too.
   */
  default String shortLabel() {
    return switch (this) {
      case Fixed _, Confident _ -> label();
      case Heuristic(int most) -> most == USUAL_MOST ? Heuristic.NAME : label();
      case Predicted(int most) -> most == USUAL_MOST ? Predicted.NAME : label();
    };
  }

  /**
   * The same number in every round.
   *
   * @param most K
   */
  record Fixed(int most) implements DraftLength {
    public Fixed {
      requireInRange(most);
    }

    @Override
    public String label() {
      return Integer.toString(most);
    }
  }

  /**
   * K, and fewer where the draft is unsure: a round stops after the first token to which the draft
   * gave less than a threshold.
   *
   * @param most K
   * @param threshold over 0 and up to 1
   */
  record Confident(int most, double threshold) implements DraftLength {
    public Confident {
      requireInRange(most);
      if (!(threshold > 0 && threshold <= 1)) {
        throw new ProblemException(
            "The confidence threshold is " + threshold + "; give a number over 0 and up to 1.");
      }
    }

    @Override
    public String label() {
      return most + "@" + threshold;
    }
  }

  /**
   * Two more after a round accepted whole, one fewer after any other: {@link
   * dev.goldilocks.decode.HeuristicDraft}.
   */
  record Heuristic(int most) implements DraftLength {

    /** The name used in files and commands, without its most K. */
    public static final String NAME = "heuristic";

    public Heuristic {
      requireInRange(most);
    }

    @Override
    public String label() {
      return NAME + ".." + most;
    }
  }

  /**
   * As many as pay, from measured costs and acceptance: {@link dev.goldilocks.decode.CostedDraft}.
   */
  record Predicted(int most) implements DraftLength {

    /** The name used in files and commands, without its most K. */
    public static final String NAME = "auto";

    public Predicted {
      requireInRange(most);
    }

    @Override
    public String label() {
      return NAME + ".." + most;
    }
  }

  /** Whether the policy, and not the request, decides how many tokens a round drafts. */
  default boolean isAdaptive() {
    return switch (this) {
      case Fixed _ -> false;
      case Confident _, Heuristic _, Predicted _ -> true;
    };
  }

  /** Fixed K ascending, then the policies, each by its most K, then by its threshold. */
  @Override
  default int compareTo(DraftLength other) {
    int byKind = Integer.compare(rank(), other.rank());
    int byMost = byKind == 0 ? Integer.compare(most(), other.most()) : byKind;
    return byMost == 0 ? Double.compare(threshold(this), threshold(other)) : byMost;
  }

  private static double threshold(DraftLength length) {
    return length instanceof Confident confident ? confident.threshold() : 0;
  }

  private int rank() {
    return switch (this) {
      case Fixed _ -> 0;
      case Confident _ -> 1;
      case Heuristic _ -> 2;
      case Predicted _ -> 3;
    };
  }

  private static void requireInRange(int most) {
    if (most < 1 || most > RunSpec.MOST_DRAFT_TOKENS) {
      throw new ProblemException(
          "K is " + most + "; give whole numbers from 1 to " + RunSpec.MOST_DRAFT_TOKENS + ".");
    }
  }
}
