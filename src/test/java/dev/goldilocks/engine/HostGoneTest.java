package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.RunCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No engine outlives its host, whatever the engine is doing. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostGoneTest {

  @TempDir Path directory;

  @Test
  void anEngineWhoseInputEndsIsGoneAtOnce() throws Exception {
    Process engine = start(EndlessEngine.program());
    try (BufferedReader events = engine.inputReader(StandardCharsets.UTF_8)) {
      engine
          .outputWriter(StandardCharsets.UTF_8)
          .append(new RunCodec().write(Runs.spec()))
          .append('\n')
          .flush();
      assertThat(events.readLine()).isEmpty();
      assertThat(events.readLine()).contains("started");

      engine.getOutputStream().close();

      assertThat(engine.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(engine.exitValue()).isEqualTo(130);
    } finally {
      engine.destroyForcibly();
    }
  }

  @Test
  void aWindowThatIsKilledLeavesNoEngine() throws Exception {
    Process host = start(EndlessHost.program(directory));
    try (BufferedReader out = host.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle engine = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
      try {
        host.destroyForcibly();

        assertThat(engine.onExit()).succeedsWithin(Duration.ofSeconds(20));
      } finally {
        engine.destroyForcibly();
      }
    } finally {
      host.destroyForcibly();
    }
  }

  private Process start(EngineProgram program) throws IOException {
    return program.command(Runs.spec().threads(), directory.resolve("crash.txt")).start();
  }
}
