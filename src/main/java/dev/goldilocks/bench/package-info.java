/**
 * The experiment: a {@link dev.goldilocks.bench.RunSpec} goes in, {@link
 * dev.goldilocks.bench.RunEvent}s come out, and a {@link dev.goldilocks.bench.RunRecord} stands at
 * the end. Statistics and derived figures live here, as pure functions.
 */
package dev.goldilocks.bench;
