package dev.goldilocks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void writesSignsThatTheTerminalHas() {
    terminal(StandardCharsets.UTF_8).say("1.25× – …");

    assertThat(written.toString(StandardCharsets.UTF_8).strip()).isEqualTo("1.25× – …");
  }

  @Test
  void writesTheirLikenessOnAnAsciiTerminal() {
    terminal(StandardCharsets.US_ASCII).say("1.25× – …");

    assertThat(written.toString(StandardCharsets.US_ASCII).strip()).isEqualTo("1.25x - ...");
  }

  @Test
  void writesDocumentsInUtf8WhateverTheTerminalHas() {
    terminal(StandardCharsets.US_ASCII).document("{\"name\": \"naïve\"}\n");

    assertThat(written.toByteArray())
        .isEqualTo("{\"name\": \"naïve\"}\n".getBytes(StandardCharsets.UTF_8));
  }

  private Terminal terminal(Charset charset) {
    PrintStream stream = new PrintStream(written, true, charset);
    return new Terminal(stream, stream, Terminal.ProgressStyle.LINES);
  }
}
