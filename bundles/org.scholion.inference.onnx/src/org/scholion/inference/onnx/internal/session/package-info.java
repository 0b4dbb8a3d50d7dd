/** What is native: sessions, their handles and how a run is ended from outside. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference.onnx.internal.session;
