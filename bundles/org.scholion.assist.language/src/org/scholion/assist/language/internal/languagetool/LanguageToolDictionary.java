package org.scholion.assist.language.internal.languagetool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.languagetool.Languages;
import org.languagetool.rules.spelling.SpellingCheckRule;
import org.scholion.assist.language.internal.spelling.Dictionary;

/** The dictionaries of LanguageTool, each loaded when first asked. */
public final class LanguageToolDictionary implements Dictionary {

    @Override
    public boolean knows(String language, String word) {
        Optional<String> code = LanguageCodes.of(language);
        if (code.isEmpty() || word.isEmpty()) {
            return false;
        }
        try {
            @Nullable SpellingCheckRule rule = Languages.getLanguageForShortCode(code.get()).getDefaultSpellingRule();
            return rule != null && !rule.isMisspelled(word);
        } catch (IOException e) {
            throw new UncheckedIOException(code.get(), e);
        }
    }
}
