/**
 * Problems that a user can put right, and the codes a process ends with. Every package may use it,
 * and it uses none: a command turns a {@link dev.goldilocks.problem.ProblemException} into one line
 * and exit code 2, the window into a message in place.
 */
package dev.goldilocks.problem;
