/** Charts as nodes and as PNG files. */
package dev.goldilocks.chart;
