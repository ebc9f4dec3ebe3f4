package dev.goldilocks.engine;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.ProbeEvent;
import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.problem.ProblemException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A probe in this process, with an end for whatever may go wrong. */
final class EngineProbeSession implements ProbeSession {

  private static final Logger LOG = LoggerFactory.getLogger(EngineProbeSession.class);

  private final ProbeBenchmark benchmark;

  EngineProbeSession(ProbeBenchmark benchmark) {
    this.benchmark = benchmark;
  }

  @Override
  public ProbeEvent run(
      ProbeRequest request, Consumer<ProbeEvent> events, BooleanSupplier cancelled) {
    try {
      return new ProbeEvent.Finished(
          benchmark.measure(
              request, stage -> events.accept(new ProbeEvent.Reached(stage)), cancelled));
    } catch (CancellationException e) {
      return new ProbeEvent.Cancelled();
    } catch (ProblemException e) {
      LOG.info("The probe was refused", e);
      return new ProbeEvent.Failed(e.getMessage(), FailureKind.REQUEST);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("The probe failed", e);
      return new ProbeEvent.Failed(
          "The engine failed ("
              + InnermostReason.of(e)
              + "): please report it, with the program's log.",
          FailureKind.ENGINE);
    }
  }
}
