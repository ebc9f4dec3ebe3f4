package dev.goldilocks.bench;

/**
 * The machine and software of a run.
 *
 * @param cpu processor model
 * @param cores logical processors that the process may use
 * @param memoryBytes physical memory in bytes
 * @param os operating system and version
 * @param java Java version of the engine process
 * @param torch libtorch version
 * @param goldilocks version of this program
 */
public record Environment(
    String cpu,
    int cores,
    long memoryBytes,
    String os,
    String java,
    String torch,
    String goldilocks) {}
