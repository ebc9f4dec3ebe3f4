package dev.goldilocks.runs;

import dev.goldilocks.bench.Remarks;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.problem.FileReason;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The saved runs: one run file each in one directory. There is no index, so that several processes
 * can use one library at once and a file that is copied in or out by hand is seen. Safe for use by
 * several threads.
 *
 * <pre>
 * {library}/{id}.json            a saved run
 * {library}/trash/{id}.json      a deleted run, until it is restored
 * {library}/journals/{id}.jsonl  a run that goes on, or that did not end
 * {library}/samples.txt          the samples that were ever put there
 * {library}/.lock                locked while a saved run is changed, deleted or restored
 * </pre>
 */
public final class RunLibrary {

  private static final String SUFFIX = ".json";

  /** Bytes: about what a run of a few short texts takes with its journal. */
  private static final int LEAST_ROOM = 64 << 10;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final Path directory;
  private final Path trash;
  private final JournalStore journals;
  private final AtomicWriter writer;
  private final LibraryLock lock;

  /**
   * @param directory the library's; made when the first run is saved
   */
  public RunLibrary(Path directory) {
    this(directory, new AtomicWriter(), PATIENCE);
  }

  /**
   * @param writer writes the run files
   * @param patience how long a change waits for one that another process makes
   */
  RunLibrary(Path directory, AtomicWriter writer, Duration patience) {
    this.directory = directory;
    this.trash = directory.resolve("trash");
    this.journals = new JournalStore(directory.resolve("journals"));
    this.writer = writer;
    this.lock = new LibraryLock(directory.resolve(".lock"), patience);
  }

  /**
   * Tries whether runs can be saved here, for what takes long before it has one to save. The
   * directory is made when needed.
   *
   * @throws ProblemException when they cannot be
   */
  public void requireWritable() {
    try {
      writer.rehearse(directory, LEAST_ROOM);
    } catch (IOException e) {
      throw Files.exists(directory) && !Files.isDirectory(directory)
          ? notAFolder(e)
          : notWritable(e);
    }
  }

  private ProblemException notAFolder(IOException e) {
    return new ProblemException(
        "The library %s is a file, not a folder. Move it away, or set %s to a folder."
            .formatted(directory, LibraryLocation.VARIABLE),
        e);
  }

  private ProblemException notWritable(IOException e) {
    String reason =
        AtomicWriter.isFull(e)
            ? "is on a disk with less than %d KiB left. Free some space there"
                .formatted(LEAST_ROOM / 1024)
            : "cannot be written: %s. Allow writing there".formatted(FileReason.of(e));
    return new ProblemException(
        "The library %s %s, or set %s to another folder."
            .formatted(directory, reason, LibraryLocation.VARIABLE),
        e);
  }

  /** Where the library lies. */
  public Path directory() {
    return directory;
  }

  /** The journals of this library. */
  public JournalStore journals() {
    return journals;
  }

  /** The file of a saved run. */
  public Path file(String id) {
    return directory.resolve(checked(id) + SUFFIX);
  }

  /** All saved runs, without their samples. A file that cannot be read is told beside them. */
  public RunListing list() {
    List<RunSummary> runs = new ArrayList<>();
    List<UnreadableRun> unreadable = new ArrayList<>();
    for (Path file : files()) {
      try {
        summary(file).ifPresent(runs::add);
      } catch (ProblemException e) {
        unreadable.add(new UnreadableRun(file, e.getMessage()));
      }
    }
    runs.sort(Comparator.comparing(RunSummary::createdAt).reversed().thenComparing(RunSummary::id));
    return new RunListing(runs, unreadable);
  }

  /** Empty when another process has deleted it since the directory was read. */
  private static Optional<RunSummary> summary(Path file) {
    while (true) {
      try {
        RunSummary run = RunFileFormat.readSummary(file);
        if (!fileName(run.id()).equals(file.getFileName().toString())) {
          throw new ProblemException(
              file
                  + " holds the run "
                  + run.id()
                  + ". Import it, so that it gets a file of its own.");
        }
        return Optional.of(run);
      } catch (ProblemException e) {
        if (Files.notExists(file)) {
          return Optional.empty();
        }
        // One that was not there and now is was deleted and restored meanwhile.
        if (!(e.getCause() instanceof NoSuchFileException)) {
          throw e;
        }
      }
    }
  }

  /** Reads a saved run with its samples. */
  public RunRecord read(String id) {
    return RunFileFormat.read(file(id)).run();
  }

  /**
   * Saves a new run and removes its journal, with the engine's log where the run ended well. When
   * that fails, the journal is kept and nothing else has changed.
   *
   * @return the run's file
   * @throws ProblemException when there is no room, or writing is not allowed
   */
  public Path save(RunRecord run) {
    Path file = file(run.id());
    create(file, RunFile.of(run));
    switch (run.provenance()) {
      case MEASURED, TIMING_ONLY, REPORTED -> journals.discardWithLogs(run.id());
      case CANCELLED, RECOVERED -> journals.discard(run.id());
    }
    return file;
  }

  /**
   * Runs that did not end and were not saved: what a window offers to recover.
   *
   * @param running ids of the runs that this process is measuring
   */
  public List<OrphanedJournal> interrupted(Set<String> running) {
    return journals.orphans(running).stream()
        .filter(journal -> ID.matcher(journal.header().id()).matches())
        .filter(journal -> !isKnown(journal.header().id()))
        .toList();
  }

  /**
   * Saves what was measured of a run that did not end, and removes its journal; of one that is
   * damaged a copy stays.
   *
   * @return the run as it is in the library
   * @throws ProblemException when nothing was measured, with the journal kept
   */
  public RunRecord recover(OrphanedJournal journal) {
    String id = journal.header().id();
    try {
      RunRecord run = journals.assemble(id);
      save(run);
      return run;
    } catch (ProblemException e) {
      if (Files.exists(file(id))) {
        // Another window that was offered it too was faster.
        return read(id);
      }
      throw e;
    }
  }

  /**
   * Changes a saved run: its name, tags or note. Fields of its file that this version does not know
   * are kept. The file is there whole at every moment, and of two windows that change one run at
   * once the second changes what the first made of it.
   *
   * @param change gives the changed run from the one that is saved now; its id must stay
   * @return the run as it is in the library
   * @throws ProblemException when the run is gone, or the file cannot be written
   */
  public RunRecord update(String id, UnaryOperator<RunRecord> change) {
    return changing(
        () -> {
          if (Files.notExists(file(id))) {
            throw noSuchRun(id, null);
          }
          RunFile saved = RunFileFormat.read(file(id));
          RunRecord changed = change.apply(saved.run());
          if (!changed.id().equals(id)) {
            throw new IllegalArgumentException("the id " + id + " became " + changed.id());
          }
          writer.replace(file(id), bytes(saved.with(changed)));
          return changed;
        });
  }

  /** Makes a change while nobody else makes one. Changes do not nest. */
  private <T> T changing(Supplier<T> change) {
    if (Files.isRegularFile(directory)) {
      throw notAFolder(null);
    }
    return lock.during(change);
  }

  /** Puts a run there as it is, unless the library has or had one of that id. */
  void putSample(String id, byte[] file) {
    changing(() -> isKnown(checked(id)) || writer.create(file(id), file));
  }

  /**
   * Takes in a run from outside. It keeps its id, unless the library has or had another run of that
   * id, or the id cannot name a file; then it gets a new one. A run that was deleted here comes
   * back as it was.
   */
  Adoption adopt(RunFile file) {
    String id = file.run().id();
    return ID.matcher(id).matches()
        ? changing(() -> adoptUnderItsId(file, id))
        : new Adoption.Added(copied(file));
  }

  private Adoption adoptUnderItsId(RunFile file, String id) {
    if (holdsSame(file(id), file.run())) {
      return new Adoption.AlreadyThere(read(id));
    }
    if (Files.exists(file(id))) {
      return new Adoption.Added(copied(file));
    }
    if (holdsSame(trashed(id), file.run())) {
      moveBack(id);
      return new Adoption.Added(read(id));
    }
    if (Files.exists(trashed(id)) || !writer.create(file(id), bytes(file))) {
      return new Adoption.Added(copied(file));
    }
    journals.discardIfPartOf(file.run());
    return new Adoption.Added(file.run());
  }

  private RunRecord copied(RunFile file) {
    RunRecord copy = file.run().withId(UUID.randomUUID().toString());
    create(file(copy.id()), file.with(copy));
    return copy;
  }

  /** What people call a run and remark on it is theirs, and does not make it another run. */
  private static boolean holdsSame(Path saved, RunRecord run) {
    try {
      return Files.exists(saved) && bare(RunFileFormat.read(saved).run()).equals(bare(run));
    } catch (ProblemException e) {
      // What cannot be read is not known to be the same, and stays where it is.
      return false;
    }
  }

  private static RunRecord bare(RunRecord run) {
    return run.withRemarks(Remarks.named(""));
  }

  /**
   * Takes a run out of the library, in such a way that {@link #restore} can put it back: its file
   * moves to {@code trash} as it is, and nothing empties the trash but people themselves.
   *
   * @throws ProblemException when the run is gone already, or its file cannot be moved
   */
  public void delete(String id) {
    changing(
        () -> {
          try {
            Files.createDirectories(trash);
            return Files.move(file(id), trashed(id), StandardCopyOption.ATOMIC_MOVE);
          } catch (NoSuchFileException e) {
            throw noSuchRun(id, e);
          } catch (IOException e) {
            throw new ProblemException(
                file(id) + " cannot be deleted: " + e.getMessage() + ". Allow writing there.", e);
          }
        });
  }

  /**
   * Puts a deleted run back, byte for byte as it was.
   *
   * @throws ProblemException when there is none, or another run has its id by now
   */
  public void restore(String id) {
    changing(() -> moveBack(id));
  }

  private Path moveBack(String id) {
    try {
      return Files.move(trashed(id), file(id));
    } catch (NoSuchFileException e) {
      throw new ProblemException("There is no deleted run " + id + " to restore.", e);
    } catch (FileAlreadyExistsException e) {
      throw new ProblemException("The run " + id + " is there already; nothing was restored.", e);
    } catch (IOException e) {
      throw new ProblemException(
          trashed(id) + " cannot be restored: " + e.getMessage() + ". Allow writing there.", e);
    }
  }

  private static ProblemException noSuchRun(String id, IOException cause) {
    return new ProblemException(
        "There is no saved run " + id + "; it may be deleted already.", cause);
  }

  private boolean isKnown(String id) {
    return Files.exists(file(id)) || Files.exists(trashed(id));
  }

  private List<Path> files() {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(RunLibrary::isRunFile).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (NotDirectoryException e) {
      throw notAFolder(e);
    } catch (IOException e) {
      throw new ProblemException(
          "The library "
              + directory
              + " cannot be read: "
              + e.getMessage()
              + ". Check its permissions, or set "
              + LibraryLocation.VARIABLE
              + " to another directory.",
          e);
    }
  }

  private static boolean isRunFile(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(SUFFIX) && !name.startsWith(".") && Files.isRegularFile(file);
  }

  private void create(Path file, RunFile content) {
    if (!writer.create(file, bytes(content))) {
      throw new ProblemException(
          file + " is there already. Delete that run, or save this one under another id.");
    }
  }

  private Path trashed(String id) {
    return trash.resolve(fileName(id));
  }

  private static String fileName(String id) {
    return id + SUFFIX;
  }

  private static byte[] bytes(RunFile file) {
    return RunFileFormat.write(file).getBytes(StandardCharsets.UTF_8);
  }

  private static String checked(String id) {
    if (!ID.matcher(id).matches()) {
      throw new ProblemException(
          "\""
              + id
              + "\" cannot be a run's id: use up to 100 letters, digits, dots, dashes and"
              + " underscores, the first a letter or digit.");
    }
    return id;
  }
}
