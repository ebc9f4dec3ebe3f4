package dev.goldilocks.cli;

import dev.goldilocks.checkpoint.BundledPair;
import dev.goldilocks.home.InstallationHome;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The models and prompts that come with the program, found when they are asked for. */
public final class BundledAssets {

  private final Supplier<InstallationHome> home;

  /**
   * @param home where the program's files lie; asked only when a command needs them
   */
  public BundledAssets(Supplier<InstallationHome> home) {
    this.home = home;
  }

  /**
   * A target and a draft for it.
   *
   * @param target the larger model's directory
   * @param draft the smaller model's directory
   */
  record Pair(Path target, Path draft) {}

  /** The folder of the bundled models. */
  Path models() {
    return home.get().models();
  }

  /** The folder of the runs that come with the program. */
  Path sampleRuns() {
    return home.get().sampleRuns();
  }

  /** The largest bundled model with the smallest as its draft. */
  Pair pair() {
    return BundledPair.in(models())
        .map(pair -> new Pair(pair.target().directory(), pair.draft().directory()))
        .orElseThrow(
            () ->
                new ProblemException(
                    models()
                        + " does not hold two models that can be run; restore it, or name a pair"
                        + " with --target and --draft."));
  }

  /** The bundled prompt set; of several, the first by name. */
  Path prompts() {
    Path folder = home.get().prompts();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .min(Comparator.naturalOrder())
          .orElseThrow(() -> noPrompts(folder, null));
    } catch (IOException e) {
      throw noPrompts(folder, e);
    }
  }

  private static ProblemException noPrompts(Path folder, IOException cause) {
    return new ProblemException(
        folder + " holds no prompt set (.jsonl); restore it, or name one with --prompts.", cause);
  }
}
