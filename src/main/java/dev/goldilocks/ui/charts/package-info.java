/** Charts of runs as pages show them, and their way out of the window. */
package dev.goldilocks.ui.charts;
