package org.scholion.manuscript.latex.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.manuscript.Directive;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Prose.Passage;

/** Comments that speak to the checkers. */
class MagicCommentsTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void begin() {
        project = new Project(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "% scholion: words foo, bar", "% cspell:words foo bar", "%spell-checker: ignore foo bar", "% LocalWords: foo bar", "% LTeX: dictionary=foo,bar"
    })
    void words(String comment) {
        Directive directive = project.body("", comment + "\nText.").directives().getFirst();
        assertEquals(Directive.Kind.WORDS, directive.kind());
        assertEquals(List.of("foo", "bar"), directive.values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "% scholion: off; % scholion: on", "% LTeX: enabled=false; % LTeX: enabled=true", "% textidote: ignore begin; % textidote: ignore end",
        "% cspell:disable; % cspell:enable"
    })
    void checkingIsSwitchedOffForARegion(String off, String on) {
        Manuscript manuscript = project.body("", "One.\n\n" + off + "\nTwo.\n" + on + "\n\nThree.");
        assertEquals(
                List.of(List.of(), List.of(Passage.Kind.UNCHECKED), List.of()),
                manuscript.blocks().stream().map(block -> block.prose().passages().stream().map(Passage::kind).toList()).toList());
        Directive directive = manuscript.directives().getFirst();
        assertEquals(Directive.Kind.RULES_OFF, directive.kind());
        String source = manuscript.sources().getFirst().text();
        assertTrue(directive.range().range().of(source).contains("Two."));
        assertTrue(directive.values().isEmpty());
    }

    @Test
    void singleRulesAreSwitchedOffForARegion() {
        Manuscript manuscript = project.body("", "% scholion: off RULE_A, RULE_B\nOne.\n% scholion: off RULE_C\nTwo.\n% scholion: on RULE_A,RULE_B\n");
        assertEquals(
                List.of(List.of("RULE_A", "RULE_B"), List.of("RULE_C")), manuscript.directives().stream().map(Directive::values).toList());
        String source = manuscript.sources().getFirst().text();
        assertEquals(source.length(), manuscript.directives().getLast().range().range().end());
        assertTrue(manuscript.blocks().stream().allMatch(block -> block.prose().passages().isEmpty()));
    }

    @Test
    void otherCommentsSayNothing() {
        assertEquals(List.of(), project.body("", "% chktex 8\n% note: off\n% scholion\nText.").directives());
    }
}
