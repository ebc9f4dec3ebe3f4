package dev.goldilocks.hardware;

import java.io.IOException;
import java.io.UncheckedIOException;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;

/** Memory of this process as OSHI reads it; the peak is the highest reading so far. */
final class OshiProcessMemory implements ProcessMemory {

  private final OSProcess process = new SystemInfo().getOperatingSystem().getCurrentProcess();
  private long peakBytes;

  @Override
  public synchronized void forgetPeak() {
    peakBytes = 0;
  }

  @Override
  public synchronized MemoryReading read() {
    if (!process.updateAttributes()) {
      throw new UncheckedIOException(new IOException("the system does not describe this process"));
    }
    long residentBytes = process.getResidentMemory();
    peakBytes = Math.max(peakBytes, residentBytes);
    return new MemoryReading(residentBytes, peakBytes);
  }
}
