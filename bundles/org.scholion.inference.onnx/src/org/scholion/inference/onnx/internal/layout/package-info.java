/** What lies in the folder of a model, read with limits: nothing in it is trusted. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.onnx.internal.layout;
