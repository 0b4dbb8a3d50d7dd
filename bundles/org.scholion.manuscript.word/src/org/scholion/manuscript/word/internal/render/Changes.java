package org.scholion.manuscript.word.internal.render;

import java.util.Optional;
import org.scholion.manuscript.rendition.TrackedChange;
import org.scholion.manuscript.word.internal.read.Piece;
import org.scholion.manuscript.word.internal.xml.XmlElement;

/** Who changed what. */
final class Changes {

    private Changes() {}

    /** The insertion that a piece is part of. */
    static Optional<TrackedChange> insertion(Piece piece) {
        return piece.origin().flatMap(spot -> {
            XmlElement insertion = spot.insertion();
            return insertion == null ? Optional.empty() : Optional.of(of(insertion));
        });
    }

    /** What the element of a change says of it. */
    static TrackedChange of(XmlElement change) {
        return new TrackedChange(change.attribute("w:author").orElse(""), change.attribute("w:date").orElse(""));
    }
}
