package dev.goldilocks.bench;

import dev.goldilocks.decode.Precision;
import java.util.List;

/** What a run is asked for where nothing else is said: the same in the window and the commands. */
public final class RunDefaults {

  /** Runs on the processor. */
  public static final String DEVICE = "cpu";

  /** Format of the weights of both models. */
  public static final Precision PRECISION = Precision.BF16;

  /** The values of K. */
  public static final List<Integer> DRAFT_TOKENS = List.of(4);

  /** Tokens to write after each prompt. */
  public static final int MAX_NEW_TOKENS = 128;

  /** Pairs for each prompt and K. */
  public static final int REPEATS = 1;

  /** Seed of everything random. */
  public static final long SEED = 0;

  private RunDefaults() {}
}
