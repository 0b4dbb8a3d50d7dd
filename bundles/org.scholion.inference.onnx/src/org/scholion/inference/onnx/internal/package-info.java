/** Models that run in this process by ONNX Runtime. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.onnx.internal;
