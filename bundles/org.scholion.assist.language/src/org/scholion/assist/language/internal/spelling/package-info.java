/** What shows that a word no dictionary knows is no misspelling: the paper itself, and what is known of scientific words. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.language.internal.spelling;
