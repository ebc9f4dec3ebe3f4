package dev.goldilocks.hardware;

import java.time.Duration;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/** Processor time as OSHI reads it. */
final class OshiProcessorTime implements ProcessorTime {

  private final CentralProcessor processor = new SystemInfo().getHardware().getProcessor();

  /** OSHI's ticks are milliseconds. */
  @Override
  public Duration busy() {
    long[] ticks = processor.getSystemCpuLoadTicks();
    long millis = 0;
    for (TickType type : TickType.values()) {
      boolean isBusy = type != TickType.IDLE && type != TickType.IOWAIT;
      millis += isBusy ? ticks[type.getIndex()] : 0;
    }
    return Duration.ofMillis(millis);
  }

  @Override
  public int cores() {
    return processor.getLogicalProcessorCount();
  }
}
