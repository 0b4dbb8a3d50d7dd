/** Holds the abstract of a paper against the paper. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.writing.internal.check;
