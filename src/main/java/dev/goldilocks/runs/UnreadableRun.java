package dev.goldilocks.runs;

import java.nio.file.Path;

/**
 * A file in the library that is not a run this version can read.
 *
 * @param file the file, which is left as it is
 * @param sentence what is wrong with it and what to do
 */
public record UnreadableRun(Path file, String sentence) {}
