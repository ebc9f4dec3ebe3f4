package dev.goldilocks.checkpoint;

import java.nio.file.Path;
import java.util.List;

/**
 * A tensor as a safetensors header describes it, checked against the file but not yet wanted by
 * anyone.
 *
 * @param name its name
 * @param type the element type's name, known to us or not
 * @param shape lengths of its dimensions
 * @param file the safetensors file
 * @param offset first byte in the file
 * @param byteCount its bytes
 */
record StoredTensor(
    String name, String type, List<Long> shape, Path file, long offset, long byteCount) {

  StoredTensor {
    shape = List.copyOf(shape);
  }
}
