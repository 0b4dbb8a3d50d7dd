/** Findings in bibliography files, and the pages that explain the rules of this bundle. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.citation.internal.bibliography;
