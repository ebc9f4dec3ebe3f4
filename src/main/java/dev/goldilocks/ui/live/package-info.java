/** A run as it goes on: its verdict so far, its charts, its text, its progress. */
package dev.goldilocks.ui.live;
