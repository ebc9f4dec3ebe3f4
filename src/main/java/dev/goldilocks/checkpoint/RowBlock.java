package dev.goldilocks.checkpoint;

import java.nio.ByteBuffer;

/**
 * Some rows of a mapped tensor, few enough for a {@link ByteBuffer}.
 *
 * @param firstRow index of the first row
 * @param rows number of rows; a row is one index of the tensor's first dimension
 * @param bytes their bytes: direct, read-only, native byte order, valid until the tensor is closed
 */
public record RowBlock(long firstRow, long rows, ByteBuffer bytes) {}
