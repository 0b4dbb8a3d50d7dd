package org.scholion.benchmarks;

import java.util.List;
import org.scholion.assist.CheckService;
import org.scholion.assist.internal.CheckEngine;
import org.scholion.assist.language.internal.consistency.ConsistencyAssistant;
import org.scholion.assist.language.internal.consistency.ProseAssistant;
import org.scholion.assist.language.internal.languagetool.LanguageToolAssistant;
import org.scholion.assist.language.internal.languagetool.LanguageToolDictionary;
import org.scholion.assist.language.internal.spelling.SpellingFilter;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.latex.internal.LatexReader;

/** The services as the product has them, put together without OSGi. */
final class Stations {

    private Stations() {}

    static ManuscriptReader reader() {
        return new LatexReader();
    }

    static CheckService checks() {
        return new CheckEngine(
                List.of(new ProseAssistant(), new LanguageToolAssistant()),
                List.of(new ConsistencyAssistant()),
                List.of(new SpellingFilter(new LanguageToolDictionary())));
    }
}
