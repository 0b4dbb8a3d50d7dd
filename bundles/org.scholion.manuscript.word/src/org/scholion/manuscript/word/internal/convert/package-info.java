/** Documents in other formats, turned into Word documents by another program. */
@NonNullByDefault
package org.scholion.manuscript.word.internal.convert;

import org.eclipse.jdt.annotation.NonNullByDefault;
