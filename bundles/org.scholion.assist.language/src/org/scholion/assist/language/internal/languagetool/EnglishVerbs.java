package org.scholion.assist.language.internal.languagetool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.languagetool.AnalyzedToken;
import org.languagetool.synthesis.en.EnglishSynthesizer;
import org.languagetool.tagging.en.EnglishTagger;

/**
 * The forms of English verbs, from LanguageTool's dictionary of parts of speech. A form is read by itself, without its sentence. Loads
 * the dictionary when first asked. Thread-safe.
 */
public final class EnglishVerbs {

    /** A form of a verb, by its tag of the Penn Treebank. */
    public enum Form {
        /** The plain form, which is that of the present for all but the third person singular. */
        PLAIN("VB"),
        THIRD_PERSON("VBZ"),
        PAST("VBD"),
        PARTICIPLE("VBN");

        private final String tag;

        Form(String tag) {
            this.tag = tag;
        }
    }

    /** What a word may be: that form of that verb. */
    public record Reading(String verb, Form form) {}

    private EnglishVerbs() {}

    /** @param lower a word in lower case */
    public static List<Reading> readings(String lower) {
        List<Reading> found = new ArrayList<>();
        for (AnalyzedToken token : EnglishTagger.INSTANCE.tag(List.of(lower)).getFirst().getReadings()) {
            @Nullable String tag = token.getPOSTag();
            @Nullable String verb = token.getLemma();
            for (Form form : Form.values()) {
                if (form.tag.equals(tag) && verb != null) {
                    found.add(new Reading(verb, form));
                }
            }
        }
        return List.copyOf(found);
    }

    /** The form of a verb when there is one alone: not of "learn", which was learned or learnt. */
    public static Optional<String> inflect(String verb, Form form) {
        try {
            String[] forms = EnglishSynthesizer.INSTANCE.synthesize(new AnalyzedToken(verb, Form.PLAIN.tag, verb), form.tag);
            return forms.length == 1 ? Optional.of(forms[0]) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(verb, e);
        }
    }
}
