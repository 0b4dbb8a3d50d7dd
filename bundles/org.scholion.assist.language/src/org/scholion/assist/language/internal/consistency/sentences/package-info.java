/** Sentences and headings, and slips inside of them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.language.internal.consistency.sentences;
