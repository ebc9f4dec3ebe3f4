/** Asking for files and folders. */
package dev.goldilocks.ui.files;
