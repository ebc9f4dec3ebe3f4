package dev.goldilocks.bench;

/**
 * The shortest time that the machine allows the target's pass over K + 1 tokens, from measured
 * ceilings.
 *
 * @param memoryMs bytes it must read over the measured bandwidth
 * @param computeMs operations over the measured peak
 */
public record PassFloor(double memoryMs, double computeMs) {}
