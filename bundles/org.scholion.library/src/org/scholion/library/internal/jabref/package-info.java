/** What JabRef keeps in the comments of BibTeX files. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library.internal.jabref;
