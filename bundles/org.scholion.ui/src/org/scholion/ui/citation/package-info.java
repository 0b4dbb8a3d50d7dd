/**
 * Citing works in a paper that is open in an editor: which works fit a place, and who writes a citation into it.
 *
 * <p>{@link org.scholion.ui.citation.PaperCitations} ranks works for jobs; {@link org.scholion.ui.citation.CitationWriter} is implemented
 * by each editor in whose texts citations can be written.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.ui.citation;
