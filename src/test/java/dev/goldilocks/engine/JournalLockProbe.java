package dev.goldilocks.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another window that looks whether a journal is in use: exit code 0 when free, 9 when locked. */
public final class JournalLockProbe {

  /** Exit code when the journal is in use. */
  static final int LOCKED = 9;

  private JournalLockProbe() {}

  public static void main(String[] arguments) throws IOException {
    try (FileChannel journal = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
        FileLock lock = journal.tryLock()) {
      System.exit(lock == null ? LOCKED : 0);
    }
  }
}
