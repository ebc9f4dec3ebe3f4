package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.RunSpec;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChildJvmTest {

  private final RunSpec spec = Runs.spec();

  @Test
  void theCommandIsThisJavaWithTheEnginesFlagsAndArguments() {
    List<String> command = command().command();

    assertThat(Path.of(command.getFirst()).getParent())
        .isEqualTo(Path.of(System.getProperty("java.home"), "bin"));
    assertThat(command)
        .contains("-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED")
        .contains("-XX:ErrorFile=" + Path.of("crash.txt").toAbsolutePath())
        .endsWith("dev.goldilocks.Main", "engine");
  }

  @Test
  void theClassPathIsThatOfThisProcessWhereverTheChildRuns() {
    String classPath = command().environment().get("CLASSPATH");

    assertThat(Stream.of(classPath.split(File.pathSeparator)).map(Path::of))
        .allMatch(Path::isAbsolute)
        .hasSameSizeAs(System.getProperty("java.class.path").split(File.pathSeparator));
  }

  @Test
  void theTensorLibraryStartsWithTheThreadsThatAreAskedFor() {
    assertThat(command().environment())
        .containsEntry("OMP_NUM_THREADS", "1")
        .containsEntry("MKL_NUM_THREADS", "1");
  }

  @Test
  void theProgramsOwnSettingsHoldForTheChild() {
    System.setProperty("goldilocks.test.setting", "a value");
    try {
      assertThat(command().command()).contains("-Dgoldilocks.test.setting=a value");
    } finally {
      System.clearProperty("goldilocks.test.setting");
    }
    assertThat(command().command()).noneMatch(argument -> argument.contains("test.setting"));
  }

  private ProcessBuilder command() {
    return new ChildJvm("dev.goldilocks.Main", List.of("engine"))
        .command(spec.threads(), Path.of("crash.txt"));
  }
}
