/**
 * Search among the references of any number of sources, by words and by meaning.
 *
 * <p>{@link org.scholion.library.search.ReferenceLibrary} keeps one index a source, in step with it, and answers two kinds of questions: what
 * a person types ({@link org.scholion.library.search.LibraryQuery}), and which works may belong at a place of a paper
 * ({@link org.scholion.library.search.PlaceQuery}), with the signals that a ranking needs.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library.search;
