/** The parser of BibTeX files. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.bibtex.internal;
