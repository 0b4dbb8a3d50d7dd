/** The model for grammar that comes with the product. */
@NonNullByDefault
package org.scholion.inference.grammar.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
