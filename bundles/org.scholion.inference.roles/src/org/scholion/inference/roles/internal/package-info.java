/** The adapter for the roles of sentences that comes with the product. */
@NonNullByDefault
package org.scholion.inference.roles.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
