package dev.goldilocks.hardware;

/**
 * How busy a machine is with other programs.
 *
 * @param others cores that they keep busy, on average; 0 or more
 * @param all logical cores of the whole machine, those that this program may not use included
 */
public record BusyCores(double others, int all) {

  /** Cores: what the system itself and a moved mouse may take. */
  private static final double LEEWAY = 0.3;

  /**
   * Whether others take cores that kernels on so many threads want. The threads wait for each other
   * in every layer, so that a single busy program makes a pass many times slower.
   */
  public boolean crowd(int threads) {
    return others > all - threads + LEEWAY;
  }

  /** Whole cores that others leave free; 0 or more. */
  public int free() {
    return (int) Math.max(0, Math.floor(all - others + LEEWAY));
  }
}
