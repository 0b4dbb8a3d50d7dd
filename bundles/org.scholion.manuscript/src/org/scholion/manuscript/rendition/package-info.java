/**
 * Documents with a layout as one text that an editor can show and change: a Word document is no text file, but what it says is a text.
 *
 * <p>A {@link org.scholion.manuscript.rendition.RenditionReader} makes a {@link org.scholion.manuscript.rendition.Rendition} of a file.
 * Its text is edited; {@link org.scholion.manuscript.ManuscriptReader} takes what became of it for a text above the file, and a
 * {@link org.scholion.manuscript.ManuscriptWriter} puts the changes into the document.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.manuscript.rendition;
