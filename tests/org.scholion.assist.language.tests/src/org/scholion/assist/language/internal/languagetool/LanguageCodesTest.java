package org.scholion.assist.language.internal.languagetool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageCodesTest {

    @ParameterizedTest
    @CsvSource({
        "en, en-US", "en-US, en-US", "en-GB, en-GB", "en-ZA, en-ZA", "en-IE, en-GB", "de, de-DE", "de-AT, de-AT", "de-LI, de-DE",
        "fr-CA, fr", "es-MX, es", "pt, pt-PT", "pt-BR, pt-BR", "zh-Hans, zh-CN", "und, ''", "it, ''", "zxx, ''"
    })
    void eachTagHasItsLanguageOrNone(String tag, String code) {
        assertEquals(code, LanguageCodes.of(tag).orElse(""));
    }
}
