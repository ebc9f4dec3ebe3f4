/**
 * The engine process: the host side that starts and supervises it, the child side that runs it, and
 * the pipe between.
 */
package dev.goldilocks.engine;
