/** The library of saved runs: the run file, imports and exports. */
package dev.goldilocks.runs;
