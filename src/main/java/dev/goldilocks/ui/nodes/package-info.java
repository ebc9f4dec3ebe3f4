/** Small things that every page's controller needs of its nodes. */
package dev.goldilocks.ui.nodes;
