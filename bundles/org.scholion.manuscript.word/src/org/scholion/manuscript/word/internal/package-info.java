/** Reads Word documents, and what the author is told about them. */
@NonNullByDefault
package org.scholion.manuscript.word.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
