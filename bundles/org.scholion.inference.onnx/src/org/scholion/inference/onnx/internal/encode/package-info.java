/** Models without a loop: texts to vectors, to labels, and to labels of their tokens. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.onnx.internal.encode;
