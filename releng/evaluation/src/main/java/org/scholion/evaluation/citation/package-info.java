/** Measures which works are suggested at the citations of published papers, and writes what the ranking is trained on. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.evaluation.citation;
