package dev.goldilocks.hardware;

/**
 * How busy a machine is with other programs.
 *
 * @param others cores that they keep busy, on average; 0 or more
 * @param all logical cores of the whole machine, those that this program may not use included
 */
public record BusyCores(double others, int all) {}
