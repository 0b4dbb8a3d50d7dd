/** Words and abbreviations that are written in two ways. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.language.internal.consistency.terms;
