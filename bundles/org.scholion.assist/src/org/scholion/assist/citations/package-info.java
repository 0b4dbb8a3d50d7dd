/** What belongs at a place of a paper: which works to cite there, and whether a cited work says what the sentence says. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.citations;
