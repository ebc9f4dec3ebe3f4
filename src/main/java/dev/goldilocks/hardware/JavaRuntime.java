package dev.goldilocks.hardware;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the Java runtime knows about the machine.
 *
 * @param availableProcessors logical processors that it may use
 * @param memoryBytes physical memory, or the container's limit
 * @param version Java version and vendor
 */
record JavaRuntime(int availableProcessors, long memoryBytes, String version) {

  static JavaRuntime current() {
    return new JavaRuntime(
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
        System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
  }
}
