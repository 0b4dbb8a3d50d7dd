/** The model for embeddings that comes with the product. */
@NonNullByDefault
package org.scholion.inference.minilm.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
