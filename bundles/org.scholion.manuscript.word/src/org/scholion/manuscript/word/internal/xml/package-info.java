/** XML of a part with the place of each piece in its text. */
@NonNullByDefault
package org.scholion.manuscript.word.internal.xml;

import org.eclipse.jdt.annotation.NonNullByDefault;
