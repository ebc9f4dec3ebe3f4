package dev.goldilocks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldilocks.bench.FailureKind;
import dev.goldilocks.bench.Probe;
import dev.goldilocks.bench.ProbeCodec;
import dev.goldilocks.bench.ProbeEvent;
import dev.goldilocks.bench.ProbeStage;
import dev.goldilocks.bench.Probes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveProbeTest {

  private static final Probe PROBE = Probes.halfABillion();

  private final AtomicInteger cancels = new AtomicInteger();

  @Test
  void itTellsHowFarItIsAndWhatCameOfIt() {
    List<Optional<ProbeStage>> stages = new ArrayList<>();
    LiveProbe[] self = new LiveProbe[1];
    self[0] =
        probe(
            events -> {
              stages.add(self[0].stage());
              events.accept(new ProbeEvent.Reached(ProbeStage.MEMORY));
              stages.add(self[0].stage());
              events.accept(new ProbeEvent.Finished(PROBE));
            });
    stages.add(self[0].stage());

    self[0].carryOut();

    assertThat(stages)
        .containsExactly(
            Optional.empty(), Optional.of(ProbeStage.STARTING), Optional.of(ProbeStage.MEMORY));
    assertThat(self[0].outcome().join()).isEqualTo(new ProbeOutcome.Measured(PROBE));
  }

  @Test
  void aFailureIsNoResult() {
    LiveProbe probe =
        probe(events -> events.accept(new ProbeEvent.Failed("No target.", FailureKind.REQUEST)));

    probe.carryOut();

    assertThat(probe.outcome().join())
        .isEqualTo(new ProbeOutcome.Failed("No target.", FailureKind.REQUEST));
  }

  @Test
  void aFaultOfTheProgramIsToldAsAFailure() {
    LiveProbe probe =
        probe(
            _ -> {
              throw new IllegalStateException("out of order");
            });

    probe.carryOut();

    assertThat(probe.outcome().join())
        .isInstanceOfSatisfying(
            ProbeOutcome.Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(FailureKind.ENGINE);
              assertThat(failed.sentence()).contains("out of order");
            });
  }

  @Test
  void cancelledWhileItWaitsItNeverBegins() {
    LiveProbe probe =
        probe(
            _ -> {
              throw new AssertionError("it began");
            });

    probe.cancel();
    probe.carryOut();

    assertThat(probe.outcome().join()).isEqualTo(new ProbeOutcome.Cancelled());
    assertThat(cancels).hasValue(0);
  }

  @Test
  void cancelledOnceItHasBegunTheEngineIsAsked() {
    LiveProbe[] self = new LiveProbe[1];
    self[0] =
        probe(
            events -> {
              self[0].cancel();
              events.accept(new ProbeEvent.Cancelled());
            });

    self[0].carryOut();

    assertThat(cancels).hasValue(1);
    assertThat(self[0].outcome().join()).isEqualTo(new ProbeOutcome.Cancelled());
  }

  private LiveProbe probe(Consumer<Consumer<ProbeEvent>> course) {
    ProbeCodec codec = new ProbeCodec();
    return new LiveProbe(
        PROBE.request(),
        new Attempt<>() {
          @Override
          public void run(EventListener<ProbeEvent> listener) {
            course.accept(event -> listener.heard(event, codec.write(event), Duration.ZERO));
          }

          @Override
          public void cancel() {
            cancels.incrementAndGet();
          }
        });
  }
}
