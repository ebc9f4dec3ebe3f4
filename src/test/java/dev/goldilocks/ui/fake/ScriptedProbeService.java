package dev.goldilocks.ui.fake;

import dev.goldilocks.bench.ProbeRequest;
import dev.goldilocks.bench.ProbeStage;
import dev.goldilocks.engine.ProbeHandle;
import dev.goldilocks.engine.ProbeOutcome;
import dev.goldilocks.engine.ProbeService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Hands out probes that go on as they are told. */
public final class ScriptedProbeService implements ProbeService {

  private final List<ScriptedProbe> probes = new ArrayList<>();

  @Override
  public ScriptedProbe submit(ProbeRequest request) {
    ScriptedProbe probe = new ScriptedProbe(request);
    probes.add(probe);
    return probe;
  }

  /** The probe that was submitted last. */
  public ScriptedProbe latest() {
    return probes.getLast();
  }

  /** Number of probes that were submitted. */
  public int submitted() {
    return probes.size();
  }

  /** A probe that is told how far it is and how it ends. */
  public static final class ScriptedProbe implements ProbeHandle {

    private final ProbeRequest request;
    private final CompletableFuture<ProbeOutcome> outcome = new CompletableFuture<>();
    private volatile Optional<ProbeStage> stage = Optional.empty();

    private ScriptedProbe(ProbeRequest request) {
      this.request = request;
    }

    /** Begins a stage. */
    public void reach(ProbeStage next) {
      stage = Optional.of(next);
    }

    /** Ends. */
    public void end(ProbeOutcome how) {
      outcome.complete(how);
    }

    @Override
    public ProbeRequest request() {
      return request;
    }

    @Override
    public Optional<ProbeStage> stage() {
      return stage;
    }

    @Override
    public void cancel() {
      end(new ProbeOutcome.Cancelled());
    }

    @Override
    public CompletableFuture<ProbeOutcome> outcome() {
      return outcome;
    }
  }
}
