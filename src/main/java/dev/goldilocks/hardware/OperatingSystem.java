package dev.goldilocks.hardware;

/** The two ways in which the machine can be asked. */
enum OperatingSystem {
  LINUX,
  OTHER;

  static OperatingSystem current() {
    return System.getProperty("os.name").equals("Linux") ? LINUX : OTHER;
  }
}
