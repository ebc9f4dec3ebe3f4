/**
 * What a model is on disk: the Hugging Face layout, its config, safetensors and tokenizer files,
 * the catalogue of models at hand, and whether two of them make a pair. Everything read here is
 * untrusted.
 */
package dev.goldilocks.checkpoint;
