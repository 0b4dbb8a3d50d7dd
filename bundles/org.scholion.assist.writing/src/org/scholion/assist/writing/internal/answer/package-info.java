/** Answers questions with sentences of papers. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.writing.internal.answer;
