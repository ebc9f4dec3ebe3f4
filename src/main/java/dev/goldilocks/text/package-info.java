/** How texts are read from the bundles of the packages that say something. */
package dev.goldilocks.text;
