/**
 * The algorithm: plain and speculative decoding over the {@link
 * dev.goldilocks.decode.LanguageModel} port. Knows nothing of files, tensors, processes or screens.
 */
package dev.goldilocks.decode;
