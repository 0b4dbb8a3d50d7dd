package org.scholion.assist.language.internal.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scholion.assist.RuleDescription;
import org.scholion.assist.language.internal.catalogue.PageCatalogue;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

class ErrorKindsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "It [have]{has} an effect.|GRAMMAR_AGREEMENT",
        "It show[]{s} an effect.|GRAMMAR_AGREEMENT",
        "The effect[]{s} are small.|GRAMMAR_NOUN_NUMBER",
        "Many stud[y]{ies} agree.|GRAMMAR_NOUN_NUMBER",
        "It was show[]{n} before.|GRAMMAR_VERB_FORM",
        "We use it for solv[e]{ing} it.|GRAMMAR_VERB_FORM",
        "It [will]{would} grow.|GRAMMAR_VERB_FORM",
        "It is high[]{ly} stable.|GRAMMAR_WORD_FORM",
        "Results of []{the }model.|GRAMMAR_ARTICLE",
        "Results of[ the]{} models.|GRAMMAR_ARTICLE",
        "[A]{An} example.|GRAMMAR_ARTICLE",
        "It depends [of]{on} x.|GRAMMAR_PREPOSITION",
        "We discuss[ about]{} it.|GRAMMAR_PREPOSITION",
        "[This]{These} results hold.|GRAMMAR_PRONOUN",
        "More stable [then]{than} it.|GRAMMAR_CONNECTIVE",
        "However[]{,} we show it.|GRAMMAR_PUNCTUATION",
        "A well[ ]{-}known fact.|GRAMMAR_HYPHEN",
        "A data[ ]{}set of ours.|GRAMMAR_HYPHEN",
        "The [m]{M}ethod of Newton.|GRAMMAR_CAPITAL",
        "It has an [affect]{effect} here.|GRAMMAR_WORD_CHOICE",
        "It is the[ the]{} end.|GRAMMAR_ARTICLE",
        "A model[ model]{} of it.|GRAMMAR_EXTRA_OR_MISSING",
    })
    void theKindIsToldFromTheWords(String marked, ErrorKind kind) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']');
        int close = marked.indexOf('}');
        String old = marked.substring(start + 1, end);
        String sentence = marked.substring(0, start) + old + marked.substring(close + 1);
        TextEdit edit = new TextEdit(TextRange.ofLength(start, old.length()), marked.substring(end + 2, close));
        assertEquals(kind, ErrorKinds.of(sentence, edit));
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void theExampleOfTheDocumentationIsOfItsKind(ErrorKind kind) {
        RuleDescription page = new PageCatalogue().rule(kind.name(), Locale.ENGLISH).orElseThrow();
        TextEdit edit = new TextEdit(new TextRange(0, page.wrong().length()), page.right()).minimal(page.wrong());
        assertEquals(kind, ErrorKinds.of(page.wrong(), edit));
    }
}
