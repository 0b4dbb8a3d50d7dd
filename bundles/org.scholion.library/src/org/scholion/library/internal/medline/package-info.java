/** PubMed: MEDLINE text and its XML. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library.internal.medline;
