package org.scholion.manuscript.word.internal.xml;

import org.scholion.text.TextRange;

/** A piece of a part, with where it stands in the part's text. */
public sealed interface XmlNode permits XmlElement, XmlText {

    /** From the first unit of the start tag to the last of the end tag, or the raw text. */
    TextRange range();
}
