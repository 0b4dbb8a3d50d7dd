/** Changes written into a document. */
@NonNullByDefault
package org.scholion.manuscript.word.internal.write;

import org.eclipse.jdt.annotation.NonNullByDefault;
