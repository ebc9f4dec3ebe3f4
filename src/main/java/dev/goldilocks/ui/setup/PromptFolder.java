package dev.goldilocks.ui.setup;

import dev.goldilocks.bench.PromptSet;
import dev.goldilocks.home.InstallationHome;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The prompt sets that come with the program, and any other file. */
public final class PromptFolder implements PromptShelf {

  private static final String SUFFIX = ".jsonl";

  private final Supplier<InstallationHome> home;

  /**
   * @param home where the bundled prompts lie; asked only when they are
   */
  public PromptFolder(Supplier<InstallationHome> home) {
    this.home = home;
  }

  @Override
  public List<Path> bundled() {
    Path folder = home.get().prompts();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new ProblemException(
          "The prompts in " + folder + " cannot be read; restore the folder, or open another file.",
          e);
    }
  }

  @Override
  public PromptSet read(Path file) {
    return PromptSet.read(file);
  }
}
