/**
 * Our own rules for scientific prose: what a copy editor sees and a grammar checker does not, because it takes the whole paper.
 *
 * <p>A {@link org.scholion.assist.language.internal.consistency.PaperRule} takes from each block what it needs, which is kept as long
 * as the block's prose stays, and judges all of it together. A
 * {@link org.scholion.assist.language.internal.consistency.BlockRule} needs one block only.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.language.internal.consistency;
