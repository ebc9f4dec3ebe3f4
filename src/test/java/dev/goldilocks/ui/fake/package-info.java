/** Stand-ins for the engine and the shelves, so that the window can be driven without models. */
package dev.goldilocks.ui.fake;
