/** A paper as its sentences. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.writing.internal.paper;
