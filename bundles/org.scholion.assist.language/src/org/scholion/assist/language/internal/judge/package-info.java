/** A language model that tells how much more probable a change makes a sentence. */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.language.internal.judge;
