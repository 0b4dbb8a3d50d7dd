/**
 * Models as services, whatever runs them.
 *
 * <p>A user of a model asks {@link org.scholion.inference.Models} for a {@link org.scholion.inference.ModelLease} on one of the
 * {@link org.scholion.inference.ModelService services}: an {@link org.scholion.inference.Encoder}, a
 * {@link org.scholion.inference.Classifier}, a {@link org.scholion.inference.Tagger}, a {@link org.scholion.inference.Seq2Seq} or a
 * {@link org.scholion.inference.Generator}. While the lease is open the model is not unloaded. Who runs the model is a
 * {@link org.scholion.inference.ModelEngine}, found as a service: ONNX Runtime in this process, or a server that the user named.
 *
 * <p>All text ranges are in UTF-16 units of the text that was given; what counts tokens says so in its name.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.inference;
