package org.scholion.manuscript.word.internal.write;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.Structure.Citation;

/** Who updates the citations of a document. */
enum FieldKind {
    /** Word itself, from the sources of the document. */
    WORD,
    ZOTERO,
    /** Mendeley and others that keep data of the Citation Style Language in the field. */
    CSL,
    ENDNOTE;

    /** What the document uses most; that of Word where it cites nothing yet. */
    static FieldKind of(Structure structure) {
        Map<FieldKind, Integer> counts = new EnumMap<>(FieldKind.class);
        FieldKind best = WORD;
        for (Citation citation : structure.citations()) {
            Optional<FieldKind> kind = of(citation.command());
            if (kind.isPresent()) {
                int count = counts.merge(kind.get(), 1, Integer::sum);
                best = count > counts.getOrDefault(best, 0) ? kind.get() : best;
            }
        }
        return best;
    }

    /**
     * The kind of a field.
     *
     * @param command see {@link org.scholion.manuscript.word.internal.read.Citations#command}
     * @return empty for other reference managers
     */
    static Optional<FieldKind> of(String command) {
        if (command.equals("CITATION")) {
            return Optional.of(WORD);
        }
        if (command.startsWith("ZOTERO_")) {
            return Optional.of(ZOTERO);
        }
        if (command.startsWith("CSL_CITATION")) {
            return Optional.of(CSL);
        }
        return command.equals("EN.CITE") ? Optional.of(ENDNOTE) : Optional.empty();
    }
}
