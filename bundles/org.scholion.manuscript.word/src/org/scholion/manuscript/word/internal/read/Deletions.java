package org.scholion.manuscript.word.internal.read;

import java.util.Optional;
import org.scholion.manuscript.word.internal.xml.XmlElement;

/** What somebody deleted, or moved away, with tracked changes, told by properties (ECMA-376 part 1, 17.13.5). */
final class Deletions {

    private Deletions() {}

    /** Whether the mark at the end of a paragraph is deleted, so that the next paragraph continues it. An inserted mark still ends it. */
    static boolean isMarkDeleted(XmlElement paragraph) {
        Optional<XmlElement> mark = paragraph.child("w:pPr").flatMap(properties -> properties.child("w:rPr"));
        return mark.filter(properties -> properties.child("w:del").isPresent() || properties.child("w:moveFrom").isPresent()).isPresent();
    }

    /** Whether a row or a cell of a table is deleted. */
    static boolean isDeleted(XmlElement rowOrCell) {
        return rowOrCell.child("w:trPr").flatMap(properties -> properties.child("w:del")).isPresent()
                || rowOrCell.child("w:tcPr").flatMap(properties -> properties.child("w:cellDel")).isPresent();
    }
}
