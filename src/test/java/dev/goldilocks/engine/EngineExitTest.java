package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineExitTest {

  private static final Path LOG = Path.of("journals", "run.log");

  @Test
  void aKilledProcessPointsToMemory() {
    assertThat(EngineExit.sentence(137, List.of(), LOG))
        .isEqualTo(
            "The engine process was killed (signal 9); this is often the system running out of"
                + " memory: choose a smaller model or int8.");
  }

  @Test
  void aProcessThatSaidSomethingPointsToItsLog() {
    assertThat(EngineExit.sentence(134, List.of("terminate called"), LOG))
        .isEqualTo(
            "The engine process aborted in native code (signal 6); try precision f32. Its log is "
                + LOG
                + ".");
  }

  @Test
  void anUnknownCodeComesWithTheLastWords() {
    assertThat(EngineExit.sentence(77, List.of("first", "no such library ", ""), LOG))
        .isEqualTo(
            "The engine process ended with exit code 77 after “no such library”: start the run"
                + " again. Its log is "
                + LOG
                + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "0, ended without saying how the run went",
    "3, ran out of Java memory",
    "132, signal 4",
    "135, signal 7",
    "139, signal 11",
    "143, ended from outside",
    "1, exit code 1",
    "-1073741819, exit code -1073741819"
  })
  void everyOtherEndHasASentence(int code, String words) {
    assertThat(EngineExit.sentence(code, List.of(), LOG))
        .startsWith("The engine process ")
        .contains(words)
        .endsWith(".");
  }
}
