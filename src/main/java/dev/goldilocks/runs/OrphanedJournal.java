package dev.goldilocks.runs;

import dev.goldilocks.bench.JournalHeader;
import java.nio.file.Path;

/**
 * The journal of a run that did not end: its writer died.
 *
 * @param file the journal
 * @param header which run it was
 */
public record OrphanedJournal(Path file, JournalHeader header) {}
