package dev.goldilocks.hardware;

import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;

/** A machine that OSHI describes: macOS and Windows, where Java alone does not know. */
final class OshiMachine implements MachineFacts {

  private final CentralProcessor processor = new SystemInfo().getHardware().getProcessor();

  @Override
  public String cpu() {
    return processor.getProcessorIdentifier().getName().strip();
  }

  @Override
  public int physicalCores() {
    return processor.getPhysicalProcessorCount();
  }

  @Override
  public String os() {
    return System.getProperty("os.name") + " " + System.getProperty("os.version");
  }
}
