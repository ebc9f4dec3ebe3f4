package dev.goldilocks.checkpoint;

import dev.goldilocks.problem.ProblemException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.stream.LongStream;

/**
 * A tensor's bytes in memory, mapped from its file; any size. After {@link #close()} neither the
 * segment nor a buffer of it may be used, by native code least of all: the pages are gone.
 *
 * <p>Should someone else cut the file short while it is mapped, reading it ends in an {@link
 * InternalError}, or in native code in a signal that ends the process.
 */
public final class MappedTensor implements AutoCloseable {

  private final TensorEntry entry;
  private final Arena arena;
  private final MemorySegment segment;
  private final int blockLimit;

  MappedTensor(TensorEntry entry, Arena arena, MemorySegment segment, int blockLimit) {
    this.entry = entry;
    this.arena = arena;
    this.segment = segment;
    this.blockLimit = blockLimit;
  }

  /** What it is. */
  public TensorEntry entry() {
    return entry;
  }

  /** All its bytes, read-only, row after row. */
  public MemorySegment segment() {
    return segment;
  }

  /**
   * Some of its rows, read-only.
   *
   * @param firstRow index of the first, from 0
   * @param rows how many
   */
  public MemorySegment rows(long firstRow, long rows) {
    return segment.asSlice(firstRow * rowBytes(), rows * rowBytes());
  }

  /**
   * The tensor cut into blocks of whole rows, each as large as a {@link ByteBuffer} can be (2^31 -
   * 1 bytes); most tensors are one block.
   *
   * @throws ProblemException when a single row does not fit a block
   */
  public Iterable<RowBlock> blocks() {
    long rows = entry.shape().getFirst();
    long rowsInBlock = Math.min(rows, blockLimit / rowBytes());
    if (rowsInBlock == 0) {
      throw new ProblemException(
          "%s: a row of tensor %s has %d bytes, and %d can be handed over at once; give another model."
              .formatted(entry.file(), entry.name(), rowBytes(), blockLimit));
    }
    return () -> blocks(rows, rowsInBlock);
  }

  private Iterator<RowBlock> blocks(long rows, long rowsInBlock) {
    return LongStream.iterate(0, first -> first < rows, first -> first + rowsInBlock)
        .mapToObj(first -> block(first, Math.min(rowsInBlock, rows - first)))
        .iterator();
  }

  private RowBlock block(long firstRow, long rows) {
    ByteBuffer bytes = rows(firstRow, rows).asByteBuffer().order(ByteOrder.nativeOrder());
    return new RowBlock(firstRow, rows, bytes);
  }

  private long rowBytes() {
    return entry.byteCount() / entry.shape().getFirst();
  }

  /** Unmaps the bytes. */
  @Override
  public void close() {
    arena.close();
  }
}
