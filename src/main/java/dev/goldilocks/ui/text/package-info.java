/** What the window writes: figures as people read them, and the texts of the bundle. */
package dev.goldilocks.ui.text;
