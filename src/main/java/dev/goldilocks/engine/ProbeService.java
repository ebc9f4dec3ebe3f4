package dev.goldilocks.engine;

import dev.goldilocks.bench.ProbeRequest;

/** Takes probes. A probe waits until nothing else is measured on its device. */
public interface ProbeService {

  /** Queues a probe. */
  ProbeHandle submit(ProbeRequest request);
}
