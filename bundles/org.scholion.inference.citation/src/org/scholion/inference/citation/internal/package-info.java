/** The model for citations that comes with the product. */
@NonNullByDefault
package org.scholion.inference.citation.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
