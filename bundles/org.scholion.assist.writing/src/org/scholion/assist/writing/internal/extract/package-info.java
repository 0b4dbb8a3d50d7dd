/** Chooses sentences of a paper for an abstract or a summary, and shortens them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.writing.internal.extract;
