package dev.goldilocks.runs;

import dev.goldilocks.bench.JournalHeader;
import dev.goldilocks.bench.RunAssembler;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The journals of a library, from the reader's side. Whoever writes a journal holds a lock on it,
 * so one without a lock belongs to a run that did not end.
 */
public final class JournalStore {

  private static final String SUFFIX = ".jsonl";

  private final Path directory;
  private final RunCodec codec = new RunCodec();

  /**
   * @param directory the journals'
   */
  JournalStore(Path directory) {
    this.directory = directory;
  }

  /** Where the journal of a run lies. */
  public Path file(String id) {
    return directory.resolve(id + SUFFIX);
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
    for (Path file : files()) {
      String name = file.getFileName().toString();
      String id = name.substring(0, name.length() - SUFFIX.length());
      if (!running.contains(id) && isUnlocked(file)) {
        header(file)
            .filter(header -> header.id().equals(id))
            .ifPresent(header -> orphans.add(new OrphanedJournal(file, header)));
      }
    }
    return orphans;
  }

  /**
   * The record of what a journal holds, up to its last whole line.
   *
   * @return empty when no pair was measured
   * @throws ProblemException when there is no such journal, or it cannot be read
   */
  public Optional<RunRecord> assemble(String id) {
    Path file = file(id);
    try (BufferedReader lines = lines(file)) {
      String first = lines.readLine();
      if (first == null) {
        return Optional.empty();
      }
      RunAssembler assembler = new RunAssembler(codec.readHeader(first));
      Optional<RunEvent> event = next(file, lines);
      while (event.isPresent()) {
        assembler.accept(event.get());
        event = next(file, lines);
      }
      return assembler.record();
    } catch (NoSuchFileException e) {
      throw new ProblemException("There is no journal " + file + ".", e);
    } catch (IOException e) {
      throw new ProblemException(
          "The journal " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** Removes a journal; does nothing when there is none. */
  public void discard(String id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      throw new ProblemException(
          file(id) + " cannot be removed: " + e.getMessage() + ". Remove it by hand.", e);
    }
  }

  /** The next event; none at the end, where the last line may have been cut short. */
  private Optional<RunEvent> next(Path file, BufferedReader lines) throws IOException {
    String line = lines.readLine();
    if (line == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(codec.readEvent(line));
    } catch (ProblemException e) {
      if (lines.readLine() == null) {
        return Optional.empty();
      }
      throw new ProblemException(
          "The journal " + file + " is damaged in its middle: " + e.getMessage(), e);
    }
  }

  /** A write that was cut short may end within a character, which must not be an error. */
  private static BufferedReader lines(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
  }

  private List<Path> files() {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new ProblemException(
          "The journals in " + directory + " cannot be read: " + e.getMessage() + ".", e);
    }
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

  private Optional<JournalHeader> header(Path file) {
    try (BufferedReader lines = lines(file)) {
      String first = lines.readLine();
      return first == null ? Optional.empty() : Optional.of(codec.readHeader(first));
    } catch (ProblemException | IOException e) {
      return Optional.empty();
    }
  }
}
