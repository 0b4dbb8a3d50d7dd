/** Graphs written anew in fewer operators, where ONNX Runtime does not do so itself. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.onnx.internal.fuse;
