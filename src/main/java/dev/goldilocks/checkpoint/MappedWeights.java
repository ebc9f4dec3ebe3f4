package dev.goldilocks.checkpoint;

import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;

/**
 * A checkpoint's weights, mapped one tensor at a time, so that the pages of a tensor are given back
 * as soon as it is closed and memory never holds whole files beside the loaded model. Holds nothing
 * open itself.
 */
public final class MappedWeights {

  private final Checkpoint checkpoint;

  /** Weights of a checkpoint. */
  public MappedWeights(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  /**
   * Maps a tensor.
   *
   * @param name a key of {@link Checkpoint#tensors()}
   * @return the tensor; the caller closes it
   * @throws ProblemException when the file has changed since it was checked, or cannot be mapped
   * @throws IllegalArgumentException when the checkpoint has no such tensor
   */
  @SuppressWarnings("MustBeClosedChecker") // The tensor owns the arena, and closes it.
  public MappedTensor map(String name) {
    TensorEntry entry = checkpoint.tensors().get(name);
    if (entry == null) {
      throw new IllegalArgumentException("no tensor " + name);
    }
    Arena arena = Arena.ofShared();
    try (FileChannel channel = CheckpointFile.open(entry.file())) {
      if (channel.size() < entry.offset() + entry.byteCount()) {
        throw new ProblemException(
            entry.file() + " has become shorter since it was checked; download it again.");
      }
      MemorySegment segment =
          channel.map(FileChannel.MapMode.READ_ONLY, entry.offset(), entry.byteCount(), arena);
      return new MappedTensor(entry, arena, segment);
    } catch (IOException e) {
      arena.close();
      throw CheckpointFile.unreadable(entry.file(), e);
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
  }
}
