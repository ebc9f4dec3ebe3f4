package dev.goldilocks.checkpoint;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pair that comes with the program, which commands and window take when no other is named.
 *
 * @param target the largest of the bundled models
 * @param draft the smallest of them
 */
public record BundledPair(Checkpoint target, Checkpoint draft) {

  /**
   * Looks for it; reads headers only.
   *
   * @param models the folder of the bundled models
   * @return empty when it does not hold two models that can be run
   */
  public static Optional<BundledPair> in(Path models) {
    List<Checkpoint> bySize =
        ModelCatalogue.list(List.of(models)).stream()
            .flatMap(BundledPair::usable)
            .sorted(Comparator.comparingLong(Checkpoint::parameters))
            .toList();
    return bySize.size() < 2
        ? Optional.empty()
        : Optional.of(new BundledPair(bySize.getLast(), bySize.getFirst()));
  }

  private static Stream<Checkpoint> usable(CatalogueEntry entry) {
    return switch (entry) {
      case CatalogueEntry.Usable(Checkpoint checkpoint) -> Stream.of(checkpoint);
      case CatalogueEntry.NotUsable _ -> Stream.empty();
    };
  }
}
