/**
 * The only package that knows the tensor library: the model program, its loader, and the tokenizer.
 */
package dev.goldilocks.torch;
