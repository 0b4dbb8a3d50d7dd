package org.scholion.ui.latex.internal.assist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scholion.library.Reference;
import org.scholion.text.TextRange;

/**
 * Something that completion offers.
 *
 * @param kind decides the picture
 * @param name what is searched for and shown first
 * @param detail what is shown behind it, less loud
 * @param information what the window beside shows, as HTML; may be empty
 * @param searched words besides the name by which it is found, in lower case
 * @param insertion what is written
 * @param stops places of {@code insertion} where the caret goes by Tab, in order; the caret ends behind the insertion where there are none
 * @param entry what the paper's bibliography needs when this is chosen
 */
record Suggestion(
        Kind kind,
        String name,
        String detail,
        String information,
        String searched,
        String insertion,
        List<TextRange> stops,
        Optional<Reference> entry) {

    /** What is offered. */
    enum Kind {
        COMMAND,
        ENVIRONMENT,
        OWN,
        LABEL,
        CITATION,
        FILE,
        PACKAGE
    }

    Suggestion {
        stops = List.copyOf(stops);
    }

    /** One that needs no entry. */
    Suggestion(Kind kind, String name, String detail, String information, String searched, String insertion, List<TextRange> stops) {
        this(kind, name, detail, information, searched, insertion, stops, Optional.empty());
    }

    /** The same with what the paper's bibliography needs. */
    Suggestion withEntry(Optional<Reference> reference) {
        return new Suggestion(kind, name, detail, information, searched, insertion, stops, reference);
    }

    static Suggestion plain(Kind kind, String name, String detail, String information) {
        return new Suggestion(kind, name, detail, information, "", name, List.of());
    }

    /** How well it fits what was typed: 0 begins with it, 1 the same without regard to case, 2 has it inside, 3 elsewhere; -1 not. */
    int rank(String typed) {
        if (name.startsWith(typed)) {
            return 0;
        }
        String lower = typed.toLowerCase(Locale.ROOT);
        String lowerName = name.toLowerCase(Locale.ROOT);
        if (lowerName.startsWith(lower)) {
            return 1;
        }
        if (lower.length() > 1 && lowerName.contains(lower) && kind != Kind.COMMAND) {
            return 2;
        }
        return lower.length() > 1 && searched.contains(lower) ? 3 : -1;
    }
}
