package org.scholion.assist.language.internal.clarity;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Forms of verbs. */
final class Verbs {

    private Verbs() {}

    /** A verb in the form in which another one stands; none when that form is not clear and makes a difference. */
    static Optional<String> like(Sentence sentence, int index, String lemma) {
        Set<String> forms = new LinkedHashSet<>();
        for (Reading reading : sentence.readings(index)) {
            if (reading.tag().startsWith("VB")) {
                sentence.english().form(lemma, reading.tag()).ifPresent(forms::add);
            }
        }
        return forms.size() == 1 ? Optional.of(forms.iterator().next()) : Optional.empty();
    }

    /** The tag of a form of "be" that shows a tense. */
    static Optional<String> tense(String be) {
        return switch (be) {
            case "is", "are", "am" -> Optional.of("VBP");
            case "was", "were" -> Optional.of("VBD");
            default -> Optional.empty();
        };
    }
}
