/**
 * What assistants are asked and what they answer.
 *
 * <p>A {@link org.scholion.assist.BlockAssistant} judges one block by its prose alone, so that its answer can be kept as long as the
 * prose stays; a {@link org.scholion.assist.PaperAssistant} judges the whole paper; a {@link org.scholion.assist.FindingFilter} drops
 * what the rest of the paper shows to be no mistake. The {@link org.scholion.assist.CheckService} asks all of them, merges and ranks.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist;
