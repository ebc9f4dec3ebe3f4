/**
 * Where the program's own files lie, and where the user's go. Every package may use it, and it uses
 * {@code problem} alone.
 */
package dev.goldilocks.home;
