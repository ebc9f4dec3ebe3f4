/** The bench: a set-up on the left, what comes of it on the right. */
package dev.goldilocks.ui.bench;
