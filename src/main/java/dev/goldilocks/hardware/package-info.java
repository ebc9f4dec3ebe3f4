/** Devices, memory readings and what the machine is. */
package dev.goldilocks.hardware;
