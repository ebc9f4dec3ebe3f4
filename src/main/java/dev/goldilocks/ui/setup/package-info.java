/** The set-up of a run: which pair, where, how, and with which prompts. */
package dev.goldilocks.ui.setup;
