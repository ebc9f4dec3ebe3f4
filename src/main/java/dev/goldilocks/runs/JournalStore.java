package dev.goldilocks.runs;

import dev.goldilocks.bench.PairSample;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.bench.RunTraces;
import dev.goldilocks.problem.FileReason;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The journals of a library, from the reader's side. Whoever writes a journal holds a lock on it,
 * so one without a lock belongs to a run that did not end. Beside a journal may lie what its engine
 * process said and how it crashed.
 */
public final class JournalStore {

  /** How long a log can be read after its run is over: the sentence of a failure names it. */
  private static final Duration LOGS_KEPT = Duration.ofDays(14);

  /** Ends the name of a journal's copy of which not all could be read. */
  private static final String DAMAGED = ".damaged";

  private final RunTraces traces;

  /**
   * @param directory the journals'
   */
  JournalStore(Path directory) {
    this.traces = new RunTraces(directory);
  }

  /** Where the journal of a run lies. */
  public Path file(String id) {
    return traces.journal(id);
  }

  /**
   * Journals whose writer is gone, by name. Those that end within their first line hold nothing,
   * and those of a newer version are that version's to recover: neither is listed.
   *
   * @param running ids of the runs whose journals this process writes. Their files are not opened:
   *     on POSIX systems closing any handle of a file drops every lock this process has on it.
   */
  public List<OrphanedJournal> orphans(Set<String> running) {
    List<OrphanedJournal> orphans = new ArrayList<>();
    for (Path file : files(JournalStore::isJournal)) {
      String id = id(file);
      if (!running.contains(id) && isUnlocked(file)) {
        new JournalFile(file)
            .header()
            .filter(header -> header.id().equals(id))
            .ifPresent(header -> orphans.add(new OrphanedJournal(file, header)));
      }
    }
    return orphans;
  }

  /**
   * The record of what a journal holds, up to its last whole line. Where lines before it could not
   * be read, the record's note says which, and a copy of the journal stays.
   *
   * @throws ProblemException when there is no such journal, it cannot be read or holds no measured
   *     pair
   */
  public RunRecord assemble(String id) {
    JournalFile journal = new JournalFile(file(id));
    JournalContent content = journal.read();
    RunRecord run = journal.require(content, "recover");
    if (content.isIncomplete()) {
      keepCopy(journal.file());
    }
    return run;
  }

  /**
   * The record of what a journal holds, up to its last whole line; empty when there is no such
   * journal, it cannot be read or holds no measured pair. Nothing is changed or kept.
   */
  public Optional<RunRecord> held(String id) {
    try {
      return new JournalFile(file(id)).read().run();
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  private static void keepCopy(Path journal) {
    Path copy = journal.resolveSibling(journal.getFileName() + DAMAGED);
    try {
      Files.copy(journal, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ProblemException(
          "The damaged journal cannot be kept as %s: %s. Make room or make the folder writable."
              .formatted(copy, FileReason.of(e)),
          e);
    }
  }

  /**
   * Removes the journal of a run that did not end well; does nothing when there is none. Its log
   * and crash report stay for two weeks, for people to find out why.
   */
  public void discard(String id) {
    remove(file(id));
    removeOldLogs();
  }

  /**
   * Removes the journal of a run that came into the library on another way, unless it holds more
   * than that; does nothing when there is none, or when it is being written.
   */
  void discardIfPartOf(RunRecord run) {
    if (isUnlocked(file(run.id())) && hasNothingBeside(run)) {
      discard(run.id());
    }
  }

  private boolean hasNothingBeside(RunRecord run) {
    try {
      JournalContent content = new JournalFile(file(run.id())).read();
      List<PairSample> held = content.run().map(RunRecord::samples).orElse(List.of());
      return !content.isIncomplete() && new HashSet<>(run.samples()).containsAll(held);
    } catch (ProblemException e) {
      // A newer version's, for example: what it holds is not known.
      return false;
    }
  }

  /** Removes all that a run left behind; does nothing when there is nothing. */
  void discardWithLogs(String id) {
    remove(file(id));
    remove(traces.log(id));
    remove(traces.crashReport(id));
    removeOldLogs();
  }

  private void removeOldLogs() {
    Instant oldest = Instant.now().minus(LOGS_KEPT);
    for (Path file : files(RunTraces::isLogOrCrashReport)) {
      try {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        // Tidying up is no reason for what was asked to fail; the next time may do better.
      }
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ProblemException(
          file + " cannot be removed: " + e.getMessage() + ". Remove it by hand.", e);
    }
  }

  private List<Path> files(Predicate<Path> wanted) {
    try (Stream<Path> entries = Files.list(traces.directory())) {
      return entries.filter(wanted).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new ProblemException(
          "The journals in " + traces.directory() + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static boolean isJournal(Path file) {
    return file.getFileName().toString().endsWith(RunTraces.JOURNAL);
  }

  private static String id(Path journal) {
    String name = journal.getFileName().toString();
    return name.substring(0, name.length() - RunTraces.JOURNAL.length());
  }

  private static boolean isUnlocked(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      // It went away, or may not be written: either way it is not this process's to recover.
      return false;
    }
  }
}
