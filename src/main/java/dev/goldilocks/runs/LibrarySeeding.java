package dev.goldilocks.runs;

import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts the runs that come with the program into a library, each once in the library's life: one
 * that people delete does not come back, and one that a newer program brings is added. The library
 * remembers by a list of ids, {@code samples.txt}.
 */
public final class LibrarySeeding {

  private static final String SUFFIX = ".json";

  private final RunLibrary library;
  private final AtomicWriter writer = new AtomicWriter();
  private final Path remembered;

  /** Puts them into that library. */
  public LibrarySeeding(RunLibrary library) {
    this.library = library;
    this.remembered = library.directory().resolve("samples.txt");
  }

  /**
   * Puts every run of a folder, {@code {id}.json}, into the library, byte for byte. Does nothing
   * when there is no such folder. May be called by several windows at once.
   *
   * @return what could not be put there; it is tried again the next time
   */
  public List<UnreadableRun> seed(Path folder) {
    List<UnreadableRun> problems = new ArrayList<>();
    try {
      Set<String> before = remembered();
      Set<String> after = new LinkedHashSet<>(before);
      List<Path> wanting =
          files(folder).stream().filter(file -> !before.contains(id(file))).toList();
      if (!wanting.isEmpty()) {
        library.requireWritable();
      }
      for (Path file : wanting) {
        if (put(file, id(file), problems)) {
          after.add(id(file));
        }
      }
      if (!after.equals(before)) {
        String list = String.join("\n", after) + "\n";
        writer.replace(remembered, list.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      problems.add(new UnreadableRun(folder, unreadable(folder, e).getMessage()));
    } catch (ProblemException e) {
      problems.add(new UnreadableRun(remembered, e.getMessage()));
    }
    return List.copyOf(problems);
  }

  private boolean put(Path file, String id, List<UnreadableRun> problems) {
    try {
      if (!RunFileFormat.readSummary(file).id().equals(id)) {
        throw new ProblemException(file + " holds a run of another id; name the file after it.");
      }
      library.putSample(id, Files.readAllBytes(file));
      return true;
    } catch (IOException e) {
      problems.add(new UnreadableRun(file, unreadable(file, e).getMessage()));
      return false;
    } catch (ProblemException e) {
      problems.add(new UnreadableRun(file, e.getMessage()));
      return false;
    }
  }

  private Set<String> remembered() throws IOException {
    return Files.isRegularFile(remembered)
        ? new LinkedHashSet<>(Files.readAllLines(remembered))
        : Set.of();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private static String id(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }

  private static ProblemException unreadable(Path place, IOException e) {
    return new ProblemException(
        place + " cannot be read: " + e.getMessage() + ". Check its permissions.", e);
  }
}
