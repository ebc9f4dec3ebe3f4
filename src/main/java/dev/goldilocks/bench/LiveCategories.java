package dev.goldilocks.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the speedup of each category while pairs come in. A pair changes that of its own alone. */
final class LiveCategories {

  private record Key(DraftLength length, String category) {}

  private final Map<Key, List<PairSample>> samples = new LinkedHashMap<>();
  private final Map<Key, CategorySpeedup> speedups = new LinkedHashMap<>();

  /**
   * Takes in a measured pair.
   *
   * @return the speedups of all categories so far, in the order in which they were first measured
   */
  List<CategorySpeedup> add(PairSample sample, Bootstrap bootstrap) {
    Key key = new Key(sample.plan().length(), sample.plan().prompt().category());
    List<PairSample> own = samples.computeIfAbsent(key, _ -> new ArrayList<>());
    own.add(sample);
    speedups.put(
        key, new CategorySpeedup(key.length(), key.category(), Figures.speedup(own, bootstrap)));
    return List.copyOf(speedups.values());
  }
}
