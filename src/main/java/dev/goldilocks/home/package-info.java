/**
 * Where the program's own files lie. Every package may use it, and it uses {@code problem} alone.
 */
package dev.goldilocks.home;
