/** Work away from the FX thread, and its results back on it. */
package dev.goldilocks.ui.background;
