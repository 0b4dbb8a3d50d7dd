package org.scholion.manuscript.word.internal.xml;

import org.scholion.text.TextRange;

/**
 * Text between tags.
 *
 * @param range of the raw text, references and CDATA sections as they are written
 * @param text what it means
 */
public record XmlText(TextRange range, String text) implements XmlNode {}
