/** Writes changes back: the files beside their places and into them, and plain text in the notation of the paper. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.manuscript.latex.internal.write;
