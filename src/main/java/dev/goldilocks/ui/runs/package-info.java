/** The list of saved runs. */
package dev.goldilocks.ui.runs;
