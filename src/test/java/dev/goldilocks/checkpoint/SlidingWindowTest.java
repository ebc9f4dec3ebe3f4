package dev.goldilocks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which windows are refused: those that some layer has and that some context is longer than. */
class SlidingWindowTest {

  private static final int LAYERS = 28;
  private static final int MAX_POSITIONS = 32_768;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeAnEmptyConfig() throws IOException {
    file = folder.resolve("config.json");
    Files.writeString(file, "{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "QWEN2 | {'use_sliding_window': false, 'sliding_window': 4096, 'max_window_layers': 21}",
        "QWEN2 | {'sliding_window': 4096, 'max_window_layers': 21}",
        "QWEN2 | {'use_sliding_window': true, 'sliding_window': 4096, 'max_window_layers': 28}",
        "QWEN2 | {'use_sliding_window': true}",
        "QWEN2 | {'use_sliding_window': true, 'sliding_window': 32768, 'max_window_layers': 0}",
        "QWEN2 | {'use_sliding_window': true, 'sliding_window': null, 'max_window_layers': 0}",
        "QWEN2 | {'use_sliding_window': true, 'sliding_window': 4096, 'max_window_layers': 0,"
            + " 'layer_types': ['full_attention', 'full_attention']}",
        "QWEN2 | {'use_sliding_window': true, 'sliding_window': 131072,"
            + " 'layer_types': ['full_attention', 'sliding_attention']}",
        "LLAMA | {}",
        "LLAMA | {'sliding_window': null}",
        "LLAMA | {'sliding_window': 32768}",
        "LLAMA | {'sliding_window': 4096, 'use_sliding_window': false}",
        "LLAMA | {'sliding_window': 4096, 'layer_types': ['full_attention', 'full_attention']}",
      })
  void acceptsWhatChangesNothing(Architecture architecture, String config) throws IOException {
    write(config);

    assertThat(sentence(architecture, MAX_POSITIONS)).isEqualTo("no problem");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "QWEN2 | {'use_sliding_window': true, 'sliding_window': 4096, 'max_window_layers': 27}",
        "QWEN2 | {'use_sliding_window': true, 'max_window_layers': 27}",
        "QWEN2 | {'use_sliding_window': true, 'sliding_window': 4096, 'max_window_layers': 28,"
            + " 'layer_types': ['full_attention', 'sliding_attention']}",
        "LLAMA | {'sliding_window': 4096}",
        "LLAMA | {'sliding_window': 4096, 'use_sliding_window': true}",
        "LLAMA | {'sliding_window': 4096, 'layer_types': ['full_attention', 'sliding_attention']}",
      })
  void refusesAWindowShorterThanTheContext(Architecture architecture, String config)
      throws IOException {
    write(config);

    assertThat(sentence(architecture, MAX_POSITIONS))
        .isEqualTo(
            "DIR/config.json: sliding_window is 4096, and attention over a window is not supported;"
                + " give another model, or set max_position_embeddings, which is 32768, to 4096, so"
                + " that no context is longer than the window.");
  }

  /** What the sentence advises. */
  @Test
  void acceptsAContextThatTheWindowHolds() throws IOException {
    write("{'use_sliding_window': true, 'sliding_window': 4096, 'max_window_layers': 0}");

    assertThat(sentence(Architecture.QWEN2, 4096)).isEqualTo("no problem");
    assertThat(sentence(Architecture.QWEN2, 4097)).startsWith("DIR/config.json: sliding_window");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "QWEN2 | {'sliding_window': 4096, 'layer_types': ['sliding_attention']}",
        "LLAMA | {'layer_types': ['sliding_attention']}",
      })
  void refusesLayersThatSlideWithoutAWindow(Architecture architecture, String config)
      throws IOException {
    write(config);

    assertThat(sentence(architecture, MAX_POSITIONS))
        .isEqualTo(
            "DIR/config.json: layer_types is sliding_attention, and no sliding_window is in use;"
                + " correct it or download the file again.");
  }

  private void write(String config) throws IOException {
    Files.writeString(file, config.replace('\'', '"'));
  }

  private String sentence(Architecture architecture, int maxPositions) {
    return Sentences.of(
        folder,
        () ->
            SlidingWindow.requireWhole(
                JsonFields.read(file, 10_000), architecture, LAYERS, maxPositions));
  }
}
