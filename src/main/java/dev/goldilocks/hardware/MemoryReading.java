package dev.goldilocks.hardware;

/**
 * Physical memory that a process takes, mapped files included.
 *
 * @param residentBytes resident set size now
 * @param peakBytes its highest value so far; see {@link ProcessMemory#ofThisProcess()}
 */
public record MemoryReading(long residentBytes, long peakBytes) {}
