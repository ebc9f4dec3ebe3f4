package dev.goldilocks.bench;

import dev.goldilocks.decode.TokenText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Folds a run's events into the record that is kept. Fed with all of them it gives what was
 * measured, with those of a run that did not end what can be recovered. Not safe for use by several
 * threads.
 */
public final class RunAssembler {

  private final JournalHeader header;
  private final Map<Role, ModelDescription> models = new EnumMap<>(Role.class);
  private final List<PairSample> samples = new ArrayList<>();
  private Optional<Environment> environment = Optional.empty();
  private Optional<PassLimits> limits = Optional.empty();
  private int pairsPlanned;
  private long peakMemoryBytes;
  private TokenDetails tokens = TokenDetails.NONE;
  private Provenance provenance = Provenance.RECOVERED;

  /**
   * @param header which run it is
   */
  public RunAssembler(JournalHeader header) {
    this.header = header;
  }

  /** Takes in the next event. */
  public void accept(RunEvent event) {
    switch (event) {
      case RunEvent.Started started -> environment = Optional.of(started.environment());
      case RunEvent.CeilingsMeasured(PassLimits measured) -> limits = Optional.of(measured);
      case RunEvent.ModelLoaded loaded -> models.put(loaded.role(), loaded.model());
      case RunEvent.Planned(List<PairPlan> pairs) -> pairsPlanned = pairs.size();
      case RunEvent.PairMeasured(PairSample sample) -> samples.add(sample);
      case RunEvent.TextReviewed(TextProbabilities text) -> tokens = tokens.with(text);
      case RunEvent.TokensNamed(Map<Integer, TokenText> texts) -> tokens = tokens.with(texts);
      case RunEvent.MemoryRead read ->
          peakMemoryBytes = Math.max(peakMemoryBytes, read.residentBytes());
      case RunEvent.Finished finished -> {
        peakMemoryBytes = finished.peakMemoryBytes();
        if (samples.size() == pairsPlanned) {
          provenance =
              switch (Weights.of(models.values())) {
                case TRAINED -> Provenance.MEASURED;
                case RANDOM -> Provenance.TIMING_ONLY;
              };
        }
      }
      case RunEvent.Cancelled _ -> provenance = Provenance.CANCELLED;
      case RunEvent.WarmingUp _,
          RunEvent.SideStarted _,
          RunEvent.FirstToken _,
          RunEvent.Stepped _,
          RunEvent.Failed _ -> {}
    }
  }

  /**
   * The record so far: {@link Provenance#MEASURED} when the run finished with every planned pair,
   * {@link Provenance#TIMING_ONLY} when the weights of a model were random besides, {@link
   * Provenance#CANCELLED} when it was cancelled, else {@link Provenance#RECOVERED}. Empty while no
   * pair was measured.
   */
  public Optional<RunRecord> record() {
    ModelDescription target = models.get(Role.TARGET);
    ModelDescription draft =
        switch (header.spec().draft()) {
          case ModelChoice _ -> models.get(Role.DRAFT);
          case PromptLookup _ -> PromptLookup.DESCRIPTION;
        };
    if (samples.isEmpty() || environment.isEmpty() || target == null || draft == null) {
      return Optional.empty();
    }
    RunSpec spec = header.spec();
    Bootstrap bootstrap = new Bootstrap(Bootstrap.RESAMPLES_KEPT, spec.sampling().seed());
    return Optional.of(
        new RunRecord(
            new RunOrigin(
                header.id(),
                header.createdAt(),
                provenance,
                spec,
                target,
                draft,
                environment.get(),
                limits),
            Remarks.named(header.name()),
            Figures.results(samples, spec.maxNewTokens(), peakMemoryBytes, bootstrap),
            samples,
            tokens));
  }
}
