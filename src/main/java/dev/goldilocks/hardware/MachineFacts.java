package dev.goldilocks.hardware;

/** What the Java runtime does not know about the machine. */
interface MachineFacts {

  /** Processor model. */
  String cpu();

  /** Cores of the whole machine, each counted once; 0 when not known. */
  int physicalCores();

  /** Operating system and version. */
  String os();
}
