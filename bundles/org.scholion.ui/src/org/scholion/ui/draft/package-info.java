/**
 * Putting texts that were made for the author into the paper of an editor: {@link org.scholion.ui.draft.DraftWriter} is
 * implemented by each
 * editor for its format.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.ui.draft;
