/** The window's frame: its pages, its theme, and what it asks on a start. */
package dev.goldilocks.ui.shell;
