/** What is done with bibliography files in the editor: keys, duplicates, new entries, and how an entry will be printed. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.ui.latex.internal.bib;
