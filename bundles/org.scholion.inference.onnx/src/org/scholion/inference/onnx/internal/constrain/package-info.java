/** Output that has to follow a grammar in GBNF or a JSON schema, byte by byte. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.onnx.internal.constrain;
