package dev.goldilocks.checkpoint;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Copies of fixtures with weights that are whole as files and hold what is no weight. */
public final class DamagedFixtures {

  private DamagedFixtures() {}

  /**
   * With the first element of a tensor changed.
   *
   * @param value written as bf16, in which the fixtures are
   */
  public static Path withFirstElement(String name, Path into, String tensor, float value) {
    Path directory = Fixtures.copy(name, into);
    TensorEntry entry = CheckpointReader.read(directory).tensors().get(tensor);
    int bits = Float.floatToRawIntBits(value) >>> 16;
    try (RandomAccessFile file = new RandomAccessFile(entry.file().toFile(), "rw")) {
      file.seek(entry.offset());
      file.write(new byte[] {(byte) bits, (byte) (bits >>> 8)});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return directory;
  }
}
