package dev.goldilocks.checkpoint;

import java.lang.foreign.MemorySegment;

/**
 * Neighbouring rows of a tensor.
 *
 * @param firstRow index of the first, from 0
 * @param bytes of the rows, read-only, in the file; fewer than 2^31
 */
public record RowBlock(long firstRow, MemorySegment bytes) {}
