package org.scholion.assist.language.internal.languagetool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jdt.annotation.Nullable;
import org.languagetool.Languages;
import org.languagetool.rules.spelling.SpellingCheckRule;
import org.scholion.assist.language.internal.spelling.Dictionary;

/** The dictionaries of LanguageTool, each loaded when first asked. */
public final class LanguageToolDictionary implements Dictionary {

    private static final int REMEMBERED = 50_000;

    private final Map<Word, Boolean> known = new ConcurrentHashMap<>();

    private record Word(String code, String text) {}

    @Override
    public boolean knows(String language, String word) {
        Optional<String> code = LanguageCodes.of(language);
        if (code.isEmpty() || word.isEmpty()) {
            return false;
        }
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(new Word(code.get(), word), LanguageToolDictionary::lookUp);
    }

    private static boolean lookUp(Word word) {
        try {
            @Nullable SpellingCheckRule rule = Languages.getLanguageForShortCode(word.code()).getDefaultSpellingRule();
            return rule != null && !rule.isMisspelled(word.text());
        } catch (IOException e) {
            throw new UncheckedIOException(word.code(), e);
        }
    }
}
