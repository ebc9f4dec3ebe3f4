package dev.goldilocks.ui.settings;

import dev.goldilocks.bench.RunSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the window remembers.
 *
 * @param theme which theme was asked for
 * @param place where the window stood; empty before the first time
 * @param setup the last set-up that could be run; empty before the first time
 * @param setups the set-ups that people keep, no two of one name
 * @param modelFolders folders that people opened as models, in the order of opening
 * @param waiting runs that waited when the window was closed, in their order
 * @param columns ids of the columns of the list of runs that people chose; empty until they do
 */
public record Settings(
    ThemeChoice theme,
    Optional<WindowPlace> place,
    Optional<RunSpec> setup,
    List<NamedSetup> setups,
    List<Path> modelFolders,
    List<RunSpec> waiting,
    Optional<List<String>> columns) {

  /** The settings of a first start. */
  public static final Settings FIRST_START =
      new Settings(
          ThemeChoice.SYSTEM,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty());

  public Settings {
    setups = List.copyOf(setups);
    modelFolders = List.copyOf(modelFolders);
    waiting = List.copyOf(waiting);
    columns = columns.map(List::copyOf);
  }
}
