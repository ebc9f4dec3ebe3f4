/** What the machine allows, measured before any run. */
package dev.goldilocks.ui.hardware;
