package dev.goldilocks.runs;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Another process that holds a lock on a file until it is closed.
 *
 * @param process that process
 */
record LockHolder(Process process) implements AutoCloseable {

  /** Starts it, and waits until it has the lock. */
  static LockHolder on(Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of(
                        LockHolder.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString(),
                Program.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = process.inputReader().readLine();
    if (!"locked".equals(said)) {
      process.destroyForcibly();
      throw new AssertionError("the other process said " + said);
    }
    return new LockHolder(process);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /** Locks a file until it is killed. */
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) throws Exception {
      FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
      FileLock lock = channel.lock(Long.MAX_VALUE - 1, 1, false);
      System.out.println(lock.isValid() ? "locked" : "not locked");
      System.in.read();
    }
  }
}
