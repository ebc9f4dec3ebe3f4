package dev.goldilocks.ui.setup;

import dev.goldilocks.checkpoint.BundledPair;
import dev.goldilocks.checkpoint.CatalogueEntry;
import dev.goldilocks.checkpoint.Checkpoint;
import dev.goldilocks.checkpoint.ModelCatalogue;
import dev.goldilocks.checkpoint.PairCheck;
import dev.goldilocks.checkpoint.PairFit;
import dev.goldilocks.home.InstallationHome;
import dev.goldilocks.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The models on this machine's disks. */
public final class CatalogueShelf implements ModelShelf {

  private final Supplier<InstallationHome> home;
  private final List<Path> folders;

  /**
   * @param home where the bundled models lie; asked only when they are
   * @param folders folders to look in besides
   */
  public CatalogueShelf(Supplier<InstallationHome> home, List<Path> folders) {
    this.home = home;
    this.folders = List.copyOf(folders);
  }

  @Override
  public List<Checkpoint> bundled() {
    return usable(Stream.concat(Stream.of(home.get().models()), folders.stream()).toList());
  }

  @Override
  public Optional<BundledPair> bundledPair() {
    return BundledPair.in(home.get().models());
  }

  @Override
  public List<Checkpoint> open(Path folder) {
    return usable(List.of(folder));
  }

  private static List<Checkpoint> usable(List<Path> folders) {
    List<Checkpoint> usable = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (CatalogueEntry entry : ModelCatalogue.list(folders)) {
      switch (entry) {
        case CatalogueEntry.Usable(Checkpoint checkpoint) -> usable.add(checkpoint);
        case CatalogueEntry.NotUsable notUsable -> reasons.add(notUsable.reason());
      }
    }
    if (usable.isEmpty()) {
      throw new ProblemException(reasons.getFirst());
    }
    return List.copyOf(usable);
  }

  @Override
  public Optional<String> mismatch(Checkpoint target, Checkpoint draft) {
    return switch (PairCheck.check(target, draft)) {
      case PairFit.Fits _ -> Optional.empty();
      case PairFit.DoesNotFit(String reason) -> Optional.of(reason);
    };
  }
}
