package org.scholion.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceMap;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure;
import org.scholion.text.Revision;
import org.scholion.text.TextRange;

/** What is made of the answers of a peer, on answers as {@code harper.mjs} gave them. */
class PeerTest {

    private static final String LETTERS = "𝒳 is an test , as 😀 we recieve the the data.";
    private static final String ON_LETTERS = """
            [{"start":6,"end":8,"rule":"AnA","kind":"Miscellaneous","message":"Incorrect indefinite article.","replacements":["a"]},\
            {"start":13,"end":14,"rule":"CommaFixes","kind":"Punctuation","message":"Don't use a space before a comma.",\
            "replacements":[""]},\
            {"start":25,"end":32,"rule":"SpellCheck","kind":"Spelling","message":"Did you mean to spell `recieve` this way?",\
            "replacements":["receive","relieve","recipe"]},\
            {"start":33,"end":40,"rule":"RepeatedWords","kind":"Repetition","message":"Did you mean to repeat this word?",\
            "replacements":["the"]}]""";

    /** Gives the answers that it was told, and keeps the questions. */
    private static final class Told implements Peer {
        private final Map<String, String> answers = new HashMap<>();
        private final List<String> questions = new ArrayList<>();

        Told on(String text, String answer) {
            answers.put(text, answer);
            return this;
        }

        @Override
        public String name() {
            return "Told";
        }

        @Override
        public List<Match> matches(String text, String language) {
            questions.add(language + ": " + text);
            return Harper.matches(answers.getOrDefault(text, "[]"));
        }
    }

    private static String answer(int start, int end, String rule, String replacements) {
        return "{\"start\":" + start + ",\"end\":" + end + ",\"rule\":\"" + rule
                + "\",\"kind\":\"Usage\",\"message\":\"\",\"replacements\":[" + replacements + "]}";
    }

    @Test
    void aPlaceIsInUtf16UnitsBehindLettersOfTwo() {
        List<Peer.Match> matches = Harper.matches(ON_LETTERS);
        assertEquals(
                List.of("an", " ", "recieve", "the the"),
                matches.stream().map(match -> match.range().of(LETTERS)).toList());
        assertEquals(List.of("receive", "relieve", "recipe"), matches.get(2).replacements().get());
        assertEquals(
                List.of(false, false, true, false), matches.stream().map(Peer.Match::spelling).toList());
    }

    @Test
    void theFirstReplacementsAreMade() throws IOException {
        Peer peer = new Told().on(LETTERS, ON_LETTERS);
        assertEquals("𝒳 is a test, as 😀 we receive the data.", peer.correct(LETTERS));
    }

    @Test
    void ofTwoThatOverlapTheFirstCountsUnlessItHasNoReplacement() throws IOException {
        String sentence = "We could of went.";
        String first = answer(3, 11, "ModalOf", "\"could have\"");
        String second = answer(9, 16, "Went", "\"have gone\", \"go\"");
        assertEquals("We could have went.", new Told().on(sentence, "[" + first + "," + second + "]").correct(sentence));
        String silent = answer(3, 11, "Silent", "");
        assertEquals("We could have gone.", new Told().on(sentence, "[" + silent + "," + second + "]").correct(sentence));
    }

    @Test
    void aRemarkStandsInTheProseWherePlaceholdersAreOneUnitOrLeftOut() throws IOException {
        // a citation in brackets, which is left out with the space before it, and two formulas
        String prose = "😀 shows \uFFFC that an \uFFFC of \uFFFC are are so.";
        Manuscript manuscript = manuscript(
                prose,
                new Placeholder(9, PlaceholderKind.CITATION, Placeholder.Role.PARENTHESIS, "[1]"),
                new Placeholder(19, PlaceholderKind.INLINE_MATH, Placeholder.Role.NOUN, "x"),
                new Placeholder(24, PlaceholderKind.INLINE_MATH, Placeholder.Role.NOUN, "y"));
        String text = "😀 shows that an Xyq of Xyq are are so.";
        Told peer = new Told().on(
                text, "[" + answer(14, 20, "AnA", "\"a Xyq\"") + "," + answer(28, 35, "RepeatedWords", "\"are\"") + "]");
        List<Remark> remarks = peer.remarks(manuscript, 0);
        assertEquals(List.of("en-GB: " + text), peer.questions);
        assertEquals(
                List.of("an \uFFFC", "are are"),
                remarks.stream().map(remark -> remark.range().of(prose)).toList());
        assertEquals(List.of("a \uFFFC"), remarks.getFirst().replacements().get());
    }

    @Test
    void whatTouchesTheNounIsNoAlarm() throws IOException {
        Manuscript manuscript = manuscript(
                "so \uFFFC-s has has it", new Placeholder(3, PlaceholderKind.INLINE_MATH, Placeholder.Role.NOUN, "x"));
        Peer peer = new Told().on(
                "so Xyq-s has has it",
                "[" + answer(3, 6, "SpellCheck", "\"Xi\"") + "," + answer(6, 8, "Hyphen", "\"s\"") + ","
                        + answer(9, 16, "RepeatedWords", "\"has\"") + "]");
        assertEquals(
                List.of(new Peer.Alarm("RepeatedWords", false, "has has", "so Xyq-s [has has] it")), peer.alarms(manuscript));
    }

    private static Manuscript manuscript(String text, Placeholder... placeholders) {
        SourceUnit unit = new SourceUnit.TextFile(Path.of("paper.tex"));
        SourceRange all = new SourceRange(unit, new TextRange(0, text.length()));
        Prose prose = new Prose(text, List.of(placeholders), List.of(), SourceMap.builder().verbatim(all).build());
        return new Manuscript(
                unit,
                "text",
                "en-GB",
                List.of(new SourceText(unit, text, StandardCharsets.UTF_8, false, Revision.DISK)),
                List.of(new Block(BlockKind.PARAGRAPH, 0, prose, "en-GB", all)),
                Structure.EMPTY,
                List.of(),
                List.of(),
                Manuscript.Notation.PLAIN);
    }
}
