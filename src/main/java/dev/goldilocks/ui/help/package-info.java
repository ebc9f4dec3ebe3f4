/** The page that says which keys there are and what the figures mean. */
package dev.goldilocks.ui.help;
