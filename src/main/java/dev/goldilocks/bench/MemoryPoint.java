package dev.goldilocks.bench;

/**
 * Memory of the engine process at a moment.
 *
 * @param millis since the run started
 * @param residentBytes resident set size
 */
public record MemoryPoint(long millis, long residentBytes) {}
