/**
 * The syntax of BibTeX and BibLaTeX files: every part with its place, so that a file can be changed without touching the rest of it.
 *
 * <p>{@link org.scholion.bibtex.BibtexParser} reads any text and never fails: what is broken is reported in
 * {@link org.scholion.bibtex.BibtexFile#problems()} and the rest is read. {@link org.scholion.bibtex.BibtexFile#elements()} cover the
 * text from its first to its last unit. Values are LaTeX; {@link org.scholion.bibtex.PlainValue} makes text of them and
 * {@link org.scholion.bibtex.BibtexNames} names.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.bibtex;
