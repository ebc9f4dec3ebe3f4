/** The commands. */
package dev.goldilocks.cli;
