/** Models that make text token by token: caches of keys and values, choosing of tokens, beams. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.onnx.internal.decode;
