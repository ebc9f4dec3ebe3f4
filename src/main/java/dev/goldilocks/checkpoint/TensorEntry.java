package dev.goldilocks.checkpoint;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a tensor lies on disk; checked against the file's size.
 *
 * @param name as in the checkpoint, for example {@code model.layers.0.self_attn.q_proj.weight}
 * @param type element type
 * @param shape lengths of its dimensions
 * @param file the safetensors file
 * @param offset first byte in the file
 * @param byteCount product of the shape times the element size
 */
public record TensorEntry(
    String name, TensorType type, List<Long> shape, Path file, long offset, long byteCount) {

  public TensorEntry {
    shape = List.copyOf(shape);
  }

  /** Number of elements. */
  public long elements() {
    return byteCount / type.bytes();
  }
}
