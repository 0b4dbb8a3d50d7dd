/** Turns a GGUF file into an ONNX graph with its tokenizer and settings, as {@code releng/docs/decisions/0004-gguf-to-onnx.md} explains. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.onnx.internal.gguf;
