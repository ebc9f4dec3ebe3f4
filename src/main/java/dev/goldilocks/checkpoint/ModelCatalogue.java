package dev.goldilocks.checkpoint;

import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The models at hand. A folder may be a checkpoint itself or hold checkpoints up to two folders
 * below; of a repository in a Hugging Face cache ({@code models--org--name}) the snapshot that
 * {@code refs/main} names is taken, or all when it names none. Reads headers only.
 */
public final class ModelCatalogue {

  private static final int DEEPEST = 2;

  private ModelCatalogue() {}

  /**
   * What is in some folders, in their order and then by path; a checkpoint that is met twice is
   * listed once. A folder without any model gives an entry that says so; folders below it that may
   * not be listed are passed over.
   *
   * @param folders the bundled models' folder and those that people chose
   */
  public static List<CatalogueEntry> list(List<Path> folders) {
    List<CatalogueEntry> entries = new ArrayList<>();
    Set<Path> candidates = new LinkedHashSet<>();
    for (Path folder : folders) {
      List<Path> found = candidates(folder, DEEPEST);
      if (found.isEmpty()) {
        entries.add(empty(folder));
      }
      for (Path candidate : found) {
        if (candidates.add(real(candidate))) {
          entries.add(entry(candidate));
        }
      }
    }
    return List.copyOf(entries);
  }

  private static CatalogueEntry entry(Path candidate) {
    try {
      return new CatalogueEntry.Usable(CheckpointReader.read(candidate));
    } catch (ProblemException problem) {
      return notUsable(candidate, problem.getMessage());
    }
  }

  private static CatalogueEntry empty(Path folder) {
    return notUsable(
        folder,
        Files.isDirectory(folder)
            ? folder
                + " holds no model, nor do the folders in it; choose a folder with config.json and"
                + " safetensors."
            : "The model folder " + folder + " does not exist; check its path.");
  }

  private static CatalogueEntry notUsable(Path directory, String reason) {
    return new CatalogueEntry.NotUsable(directory, CheckpointName.of(directory), reason);
  }

  private static List<Path> candidates(Path folder, int levelsBelow) {
    if (isCandidate(folder)) {
      return List.of(folder);
    }
    if (CheckpointName.isCachedRepository(folder)) {
      return snapshots(folder).stream().filter(ModelCatalogue::isCandidate).toList();
    }
    if (levelsBelow == 0) {
      return List.of();
    }
    return children(folder).stream()
        .filter(Files::isDirectory)
        .flatMap(child -> candidates(child, levelsBelow - 1).stream())
        .toList();
  }

  private static boolean isCandidate(Path folder) {
    return children(folder).stream()
        .map(file -> file.getFileName().toString())
        .anyMatch(
            name ->
                name.equals(CheckpointReader.CONFIG)
                    || name.endsWith(".safetensors")
                    || name.endsWith(".gguf")
                    || (name.startsWith("pytorch_model") && name.endsWith(".bin")));
  }

  private static List<Path> snapshots(Path repository) {
    List<Path> all = children(repository.resolve("snapshots"));
    String main = mainRevision(repository);
    List<Path> current =
        all.stream().filter(snapshot -> snapshot.getFileName().toString().equals(main)).toList();
    return current.isEmpty() ? all : current;
  }

  private static String mainRevision(Path repository) {
    Path reference = repository.resolve("refs").resolve("main");
    try (Stream<String> lines = Files.lines(reference, StandardCharsets.ISO_8859_1)) {
      return lines.findFirst().orElse("").strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static List<Path> children(Path folder) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    children.sort(null);
    return children;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
