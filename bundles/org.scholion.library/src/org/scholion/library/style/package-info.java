/**
 * Citation styles of the Citation Style Language (CSL), and references written in them.
 *
 * <p>{@link org.scholion.library.style.CitationStyles} knows more than 10,000 styles, which come with Scholion, and reads files of the
 * author; {@link org.scholion.library.style.CitationStyle} writes bibliographies and citations; {@link org.scholion.library.style.PaperStyles}
 * says which style a LaTeX paper uses.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.library.style;
