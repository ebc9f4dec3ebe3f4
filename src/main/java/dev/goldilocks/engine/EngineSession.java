package dev.goldilocks.engine;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.RunEvent;
import dev.goldilocks.bench.RunSpec;
import dev.goldilocks.hardware.ProcessMemory;
import dev.goldilocks.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run in this process, with its memory, and an end for whatever may go wrong. */
final class EngineSession implements Session {

  private static final Logger LOG = LoggerFactory.getLogger(EngineSession.class);
  private static final Duration MEMORY_INTERVAL = Duration.ofMillis(250);

  private final String version;
  private final TensorLibrary.Starter libraries;
  private final ProcessMemory memory;

  /**
   * @param version of this program
   * @param memory of this process
   */
  EngineSession(String version, TensorLibrary.Starter libraries, ProcessMemory memory) {
    this.version = version;
    this.libraries = libraries;
    this.memory = memory;
  }

  /** The session of this program: libtorch, and the memory of this process. */
  static EngineSession ofThisProcess(String version) {
    return new EngineSession(version, LibtorchLibrary::start, ProcessMemory.ofThisProcess());
  }

  @Override
  public RunEvent run(RunSpec spec, Consumer<RunEvent> events, BooleanSupplier cancelled) {
    MemorySampler sampler = new MemorySampler(memory, MEMORY_INTERVAL, events);
    try (sampler) {
      new Measurement(spec, version, libraries, sampler::start, events, cancelled).run();
    } catch (CancellationException e) {
      return new RunEvent.Cancelled();
    } catch (ProblemException e) {
      LOG.info("The run was refused", e);
      return new RunEvent.Failed(e.getMessage(), FailureKind.REQUEST);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("The run failed", e);
      return new RunEvent.Failed(
          "The engine failed ("
              + InnermostReason.of(e)
              + "): please report it, with the program's log.",
          FailureKind.ENGINE);
    }
    return new RunEvent.Finished(sampler.peakBytes());
  }
}
