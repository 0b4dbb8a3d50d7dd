package org.scholion.manuscript.rendition;

/**
 * A picture of a document.
 *
 * @param part the name of the part that holds it, such as {@code /word/media/image1.png}
 * @param width on paper, in points; 0 where the document does not say
 * @param height on paper, in points; 0 where the document does not say
 */
public record Picture(String part, float width, float height) {}
