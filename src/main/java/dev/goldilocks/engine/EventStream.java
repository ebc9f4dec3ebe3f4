package dev.goldilocks.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The standard output of an engine process: one event a line. Native libraries print there too, and
 * the process may have lost its mind: a line that is no event, or that makes no sense where it
 * stands, goes to the log, and reading goes on.
 *
 * @param <E> what happens
 */
final class EventStream<E> {

  /** Most bytes of a line; the longest event holds every prompt of a run. */
  static final int LINE_LIMIT = 64 << 20;

  private final InputStream in;
  private final Conversation<E> conversation;
  private final EngineLog log;

  EventStream(InputStream in, Conversation<E> conversation, EngineLog log) {
    this.in = in;
    this.conversation = conversation;
    this.log = log;
  }

  /** Reads to the end of the stream. */
  void readTo(EventListener<E> listener) {
    try (LineReader reader = new LineReader(in, LINE_LIMIT)) {
      for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
        hear(line.get(), listener);
      }
    } catch (IOException e) {
      log.append("[host] The engine's events broke off: " + e.getMessage());
    }
  }

  private void hear(String line, EventListener<E> listener) {
    if (line.isBlank()) {
      return;
    }
    try {
      PipedLine piped = PipedLine.parse(line);
      E event = conversation.read(piped.event());
      listener.heard(event, piped.event(), piped.ago());
    } catch (RuntimeException e) {
      log.append("[host] Left aside (" + e.getMessage() + "): " + line);
    }
  }
}
