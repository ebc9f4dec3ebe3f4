/** Several saved runs side by side. */
package dev.goldilocks.ui.compare;
