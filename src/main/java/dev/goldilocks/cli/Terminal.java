package dev.goldilocks.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes.
 *
 * @param out standard output: results
 * @param err standard error: progress, and what went wrong
 * @param progress how progress is shown on standard error
 */
public record Terminal(PrintStream out, PrintStream err, ProgressStyle progress) {

  /** How progress is shown. */
  public enum ProgressStyle {
    /** One line that is written over and over, for people who look. */
    BAR,
    /** A line now and then, for files. */
    LINES
  }

  /** The terminal of this process. */
  public static Terminal ofProcess() {
    return new Terminal(
        System.out,
        System.err,
        StandardError.isTerminal() ? ProgressStyle.BAR : ProgressStyle.LINES);
  }

  /** Writes a line for people to standard output. */
  public void say(String line) {
    print(out, line);
  }

  /** Writes a line for people to standard error. */
  public void complain(String line) {
    print(err, line);
  }

  /** Writes a part of a line to standard output, to be seen at once. */
  void piece(String text) {
    out.print(text);
    out.flush();
  }

  /** A stream that cannot write a sign gets its likeness in ASCII, not a question mark. */
  private static void print(PrintStream stream, String line) {
    boolean asItIs = stream.charset().newEncoder().canEncode(line);
    stream.println(
        asItIs
            ? line
            : line.replace('\u2013', '-').replace('\u00d7', 'x').replace("\u2026", "..."));
  }

  /** Writes a document to standard output in UTF-8, whatever the locale, as JSON demands. */
  public void document(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
  }
}
