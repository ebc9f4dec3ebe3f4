package dev.goldilocks.runs;

import dev.goldilocks.bench.JournalHeader;
import dev.goldilocks.bench.RunAssembler;
import dev.goldilocks.bench.RunCodec;
import dev.goldilocks.bench.RunRecord;
import dev.goldilocks.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
   * What it holds. Lines that cannot be read cost what they hold, and no more.
   *
   * @throws ProblemException when there is no such journal, or its first line cannot be read
   */
  JournalContent read() {
    try (BufferedReader lines = lines()) {
      String first = lines.readLine();
      if (first == null) {
        return new JournalContent(Optional.empty(), List.of());
      }
      RunAssembler assembler = new RunAssembler(CODEC.readHeader(first));
      List<String> unreadable = new ArrayList<>();
      String line = lines.readLine();
      for (int number = 2; line != null; number++) {
        String next = lines.readLine();
        try {
          assembler.accept(CODEC.readKeptEvent(line));
        } catch (ProblemException e) {
          if (next != null) {
            unreadable.add("line " + number + ": " + e.getMessage());
          }
        }
        line = next;
      }
      return new JournalContent(assembler.record(), unreadable);
    } catch (NoSuchFileException e) {
      throw new ProblemException("There is no journal " + file + ".", e);
    } catch (IOException e) {
      throw new ProblemException(
          "The journal " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /**
   * The record of what it holds, with a note of what could not be read.
   *
   * @param purpose what there is nothing for when no pair was measured
   * @throws ProblemException when there is no such journal, it cannot be read, or holds no pair
   */
  RunRecord require(JournalContent content, String purpose) {
    return content
        .notedRun()
        .orElseThrow(
            () ->
                new ProblemException(
                    content.isIncomplete()
                        ? "The journal %s is damaged, and nothing of it can be kept: %s"
                            .formatted(file, content.unreadable().getFirst())
                        : "The journal %s holds no measured pair, so there is nothing to %s."
                            .formatted(file, purpose)));
  }

  /** A write that was cut short may end within a character, which must not be an error. */
  private BufferedReader lines() throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
  }
}
