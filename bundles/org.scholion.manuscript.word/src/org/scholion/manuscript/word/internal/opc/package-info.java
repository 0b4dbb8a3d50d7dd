/** The package that a document is: its parts, and copies of it with some of them changed. */
@NonNullByDefault
package org.scholion.manuscript.word.internal.opc;

import org.eclipse.jdt.annotation.NonNullByDefault;
