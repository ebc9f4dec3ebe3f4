/** The window. */
package dev.goldilocks.ui;
