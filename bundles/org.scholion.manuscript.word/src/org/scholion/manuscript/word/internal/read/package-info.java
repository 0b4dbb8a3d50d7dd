/** Blocks and prose out of the parts of a document. */
@NonNullByDefault
package org.scholion.manuscript.word.internal.read;

import org.eclipse.jdt.annotation.NonNullByDefault;
