/**
 * Works that can be cited: what a {@link org.scholion.library.Reference} is, the files that hold them, and the search among them.
 *
 * <p>{@link org.scholion.library.ReferenceFiles} reads files of every known format and never fails on what is inside them: what could not
 * be read is among the {@link org.scholion.library.ReadReferences#problems()}.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library;
