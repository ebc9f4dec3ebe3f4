package dev.goldilocks.bench;

import java.nio.file.Path;

/**
 * The files that a run leaves behind while it goes on: whoever carries it out writes them, whoever
 * keeps runs reads and removes them.
 *
 * @param directory where they lie, each under the run's id
 */
public record RunTraces(Path directory) {

  /** How a journal's name ends. */
  public static final String JOURNAL = ".jsonl";

  private static final String LOG = ".log";
  private static final String CRASH_REPORT = ".crash.txt";

  /** A {@link JournalHeader}, then every {@link RunEvent} as it came. */
  public Path journal(String id) {
    return directory.resolve(id + JOURNAL);
  }

  /** What the engine process said besides its events; not there when it said nothing. */
  public Path log(String id) {
    return directory.resolve(id + LOG);
  }

  /** The Java machine's own report of a crash in native code; rarely there. */
  public Path crashReport(String id) {
    return directory.resolve(id + CRASH_REPORT);
  }

  /** Whether the file is a log or a crash report. */
  public static boolean isLogOrCrashReport(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(LOG) || name.endsWith(CRASH_REPORT);
  }
}
