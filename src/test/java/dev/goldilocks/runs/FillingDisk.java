package dev.goldilocks.runs;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;

/** A disk that has room until it is filled. */
public final class FillingDisk {

  private volatile boolean full;

  /** From now on nothing can be written. */
  public void fill() {
    full = true;
  }

  /** From now on there is room. */
  public void clear() {
    full = false;
  }

  /** A library on this disk. */
  public RunLibrary library(Path directory) {
    return new RunLibrary(directory, new AtomicWriter(Full::new), Duration.ofSeconds(10));
  }

  private final class Full extends FilterOutputStream {

    Full(OutputStream disk) {
      super(disk);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
      out.write(bytes, offset, length);
    }
  }
}
