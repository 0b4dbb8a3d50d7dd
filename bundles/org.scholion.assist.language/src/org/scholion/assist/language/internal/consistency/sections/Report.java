package org.scholion.assist.language.internal.consistency.sections;

import java.util.Optional;
import org.scholion.assist.language.internal.languagetool.EnglishVerbs;
import org.scholion.assist.language.internal.languagetool.EnglishVerbs.Form;
import org.scholion.text.TextRange;

/**
 * A verb that reports what was done or found.
 *
 * @param range in its block; of a passive from its auxiliary to its participle
 * @param text what stands there
 * @param verb in its plain form; empty for a passive
 * @param tense in which it tells
 */
record Report(TextRange range, String text, Optional<String> verb, Tense tense) {

    private static final String SINGULAR = "is";
    private static final String PLURAL = "are";

    /** The tense of a finite verb. */
    enum Tense {
        PAST,
        PRESENT
    }

    /** What would stand there in the past; empty where that is uncertain or stands there already. */
    Optional<String> inPast() {
        if (tense == Tense.PAST) {
            return Optional.empty();
        }
        if (verb.isPresent()) {
            return EnglishVerbs.inflect(verb.get(), Form.PAST);
        }
        if (text.startsWith(SINGULAR + " ")) {
            return Optional.of("was" + text.substring(SINGULAR.length()));
        }
        return text.startsWith(PLURAL + " ") ? Optional.of("were" + text.substring(PLURAL.length())) : Optional.empty();
    }
}
