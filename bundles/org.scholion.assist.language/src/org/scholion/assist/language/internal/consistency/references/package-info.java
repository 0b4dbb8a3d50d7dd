/** Labels, references, citations, figures and the words before them. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.language.internal.consistency.references;
