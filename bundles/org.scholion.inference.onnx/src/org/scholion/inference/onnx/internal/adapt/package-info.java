/** Adapters: small matrices beside those of a model that is there already, which make another model of it. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.onnx.internal.adapt;
