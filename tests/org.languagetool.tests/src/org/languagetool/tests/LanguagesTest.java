package org.languagetool.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.RuleMatch;

/** Each language that ships checks a sentence inside Equinox: its rules, dictionaries and, for German, native code are found. */
class LanguagesTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en-US | This is an sentence with a errors, and a novell method. | EN_A_VS_AN             | MORFOLOGIK_RULE_EN_US
			en-GB | The color of an sentence.                               | EN_A_VS_AN             | MORFOLOGIK_RULE_EN_GB
			de-DE | Das ist ein Tst. Er hat den den Satz geschrieben.       | GERMAN_WORD_REPEAT_RULE | GERMAN_SPELLER_RULE
			fr    | Les enfant mange une pommes et un excercice.            | D_N                    | FR_SPELLING_RULE
			es    | Esto es un exemplo de los los errores.                  | SPANISH_WORD_REPEAT_RULE | MORFOLOGIK_RULE_ES
			pt-BR | Este é um exemplu de de texto.                          | FRAGMENT_TWO_PREPOSITIONS | MORFOLOGIK_RULE_PT_BR
			""")
	void aLanguageFindsGrammarAndSpellingErrors(String language, String text, String grammar, String spelling) throws IOException {
		Set<String> rules = rulesThatMatch(language, text);
		assertTrue(rules.contains(grammar) && rules.contains(spelling), rules.toString());
	}

	@Test
	void chineseFindsAConfusedWord() throws IOException {
		assertFalse(rulesThatMatch("zh-CN", "我已经消毁了所有文件").isEmpty());
	}

	@Test
	void theLanguagesThatShipAreKnown() {
		Set<String> codes = new TreeSet<>();
		Languages.get().forEach(language -> codes.add(language.getShortCode()));
		assertEquals(Set.of("de", "en", "es", "fr", "pt", "zh"), codes);
	}

	private static Set<String> rulesThatMatch(String language, String text) throws IOException {
		JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode(language));
		Set<String> rules = new TreeSet<>();
		for (RuleMatch match : tool.check(text)) {
			rules.add(match.getRule().getId());
		}
		return rules;
	}
}
