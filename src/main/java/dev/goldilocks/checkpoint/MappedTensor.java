package dev.goldilocks.checkpoint;

import dev.goldilocks.problem.ProblemException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A tensor's bytes in memory, mapped from its file; any size. After {@link #close()} neither the
 * segment nor a block of it may be used, by native code least of all: the pages are gone.
 *
 * <p>Should someone else cut the file short while it is mapped, reading it ends in an {@link
 * InternalError}, or in native code in a signal that ends the process.
 */
public final class MappedTensor implements AutoCloseable {

  private final TensorEntry entry;
  private final Arena arena;
  private final MemorySegment segment;

  MappedTensor(TensorEntry entry, Arena arena, MemorySegment segment) {
    this.entry = entry;
    this.arena = arena;
    this.segment = segment;
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
  MemorySegment rows(long firstRow, long rows) {
    return segment.asSlice(firstRow * rowBytes(), rows * rowBytes());
  }

  /**
   * The tensor cut into blocks of whole rows, in order.
   *
   * @param mostBytes most bytes in a block; a longer row is a block of its own
   * @param wanted how many rows, at least 1: fewer than it has are its first; the last stands for
   *     each that it lacks, in a block of its own
   * @throws ProblemException when a row has more bytes than a {@link java.nio.ByteBuffer} can hold
   *     (2^31 - 1)
   */
  public List<RowBlock> blocks(long mostBytes, long wanted) {
    long stored = entry.shape().getFirst();
    long rows = Math.min(stored, wanted);
    if (rowBytes() > Integer.MAX_VALUE) {
      throw new ProblemException(
          "%s: a row of tensor %s has %d bytes, and %d can be handed over at once; give another model."
              .formatted(entry.file(), entry.name(), rowBytes(), Integer.MAX_VALUE));
    }
    long rowsInBlock = Math.clamp(mostBytes / rowBytes(), 1, rows);
    Stream<RowBlock> own =
        LongStream.iterate(0, first -> first < rows, first -> first + rowsInBlock)
            .mapToObj(
                first -> new RowBlock(first, rows(first, Math.min(rowsInBlock, rows - first))));
    Stream<RowBlock> lacking =
        LongStream.range(stored, wanted).mapToObj(row -> new RowBlock(row, rows(stored - 1, 1)));
    return Stream.concat(own, lacking).toList();
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
