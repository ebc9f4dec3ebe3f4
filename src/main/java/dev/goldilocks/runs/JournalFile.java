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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One journal: a line for the run, then one for each event, the last of which may have been cut
 * short.
 *
 * @param file where it lies
 */
record JournalFile(Path file) {

  private static final RunCodec CODEC = new RunCodec();

  /** Which run it is of; empty when it ends within its first line or is of a newer version. */
  Optional<JournalHeader> header() {
    try (BufferedReader lines = lines()) {
      String first = lines.readLine();
      return first == null ? Optional.empty() : Optional.of(CODEC.readHeader(first));
    } catch (ProblemException | IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The record of what it holds, up to its last whole line.
   *
   * @return empty when no pair was measured
   * @throws ProblemException when there is no such journal, or it cannot be read
   */
  Optional<RunRecord> assemble() {
    try (BufferedReader lines = lines()) {
      String first = lines.readLine();
      if (first == null) {
        return Optional.empty();
      }
      RunAssembler assembler = new RunAssembler(CODEC.readHeader(first));
      Optional<RunEvent> event = next(lines);
      while (event.isPresent()) {
        assembler.accept(event.get());
        event = next(lines);
      }
      return assembler.record();
    } catch (NoSuchFileException e) {
      throw new ProblemException("There is no journal " + file + ".", e);
    } catch (IOException e) {
      throw new ProblemException(
          "The journal " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** The next event; none at the end, where the last line may have been cut short. */
  private Optional<RunEvent> next(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    if (line == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(CODEC.readEvent(line));
    } catch (ProblemException e) {
      if (lines.readLine() == null) {
        return Optional.empty();
      }
      throw new ProblemException(
          "The journal " + file + " is damaged in its middle: " + e.getMessage(), e);
    }
  }

  /** A write that was cut short may end within a character, which must not be an error. */
  private BufferedReader lines() throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
  }
}
