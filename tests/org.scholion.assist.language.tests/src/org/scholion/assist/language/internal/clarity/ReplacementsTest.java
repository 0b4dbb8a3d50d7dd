package org.scholion.assist.language.internal.clarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scholion.assist.BlockFinding;
import org.scholion.manuscript.Block;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;

/** What may be written instead keeps every fact, wherever the phrases of the lists stand; and broken text breaks nothing. */
class ReplacementsTest {

    private static final Pattern FACT = Pattern.compile("\uFFFC|\\d[\\d.]*|\\bnot\\b|n't\\b|cannot|\\b(?:may|must|should|dna|newton)\\b");
    private static final int RUNS = 400;
    private static final String[] LEFT = {"", "However, ", "We saw $x$ and ", "In 2019, the DNA [@k] was seen; ", "They must not ", "From $x$ ", "A ", "(see [@k]) "};
    private static final String[] RIGHT = {" it.", " the 12.5 values of $y$.", ", $z$.", " [@k] Newton may not.", " interesting samples at 5%.", " $x$ is 3.", ""};

    /** The phrases of a list as plain words: any form where a verb is asked for, any word where a tag is. */
    private static List<String> phrases(String list) {
        return PhraseList.lines(list).stream()
                .map(line -> line.split("\\s*[=;]")[0])
                .map(pattern -> pattern.replace("@VBG", "using").replace("@JJ", "large").replaceAll("@\\w+", "samples").replace("~", ""))
                .map(pattern -> Stream.of(pattern.split(" ")).map(word -> word.split("\\|")[0]).reduce((a, b) -> a + ' ' + b).orElse(""))
                .toList();
    }

    private static List<String> allPhrases() {
        List<String> all = new ArrayList<>();
        for (String list : List.of("wordy.txt", "nominal.txt", "informal.txt", "vague.txt", "hedges.txt", "claims.txt")) {
            all.addAll(phrases(list));
        }
        all.addAll(List.of("performed an analysis of", "was measured by us", "it was found that", "in an efficient manner", "don't", "we can't",
                "a lot of samples", "may also possibly", "for the first time we", "we are the first to", "significantly better", "results prove that"));
        return all;
    }

    @Test
    void everyReplacementKeepsPlaceholdersNumbersAndWhatIsDenied() {
        Random random = new Random(7);
        List<String> phrases = allPhrases();
        int replaced = 0;
        for (String phrase : phrases) {
            for (int i = 0; i < 4; i++) {
                String left = LEFT[random.nextInt(LEFT.length)];
                String words = left.isEmpty() ? Rewrite.capitalised(phrase) : phrase;
                replaced += check(Clarity.block("en-US", left + words + RIGHT[random.nextInt(RIGHT.length)]));
            }
        }
        assertTrue(replaced > phrases.size(), replaced + " replacements");
    }

    private static int check(Block block) {
        String text = block.prose().text();
        int replaced = 0;
        for (BlockFinding finding : Clarity.findings(block, Clarity.ALL)) {
            assertTrue(finding.range().start() >= 0 && finding.range().end() <= text.length(), text);
            assertFalse(finding.advice().message().contains("{"), finding.advice().message());
            for (String replacement : finding.advice().replacements()) {
                String after = new TextEdits(List.of(new TextEdit(finding.range(), replacement))).applyTo(text);
                String name = text + " => " + after;
                assertEquals(facts(text), facts(after), name);
                assertFalse(after.contains("  ") && !text.contains("  "), name);
                assertFalse(after.startsWith(" ") || after.startsWith(","), name);
                replaced++;
            }
        }
        return replaced;
    }

    private static List<String> facts(String text) {
        // a contraction denies as the words do, an announcement advises nothing
        String plain = text.replace("can't", "cannot").replace("won't", "not").replaceAll("n't\\b", " not").replaceAll("[Cc]annot", "can not")
                .replaceAll("(?i)it (?:should|must|may) be (?:\\w+|pointed out) that", "");
        return FACT.matcher(plain.toLowerCase(Locale.ROOT)).results().map(found -> found.group()).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void brokenTextBreaksNothing(long seed) {
        Random random = new Random(seed);
        List<String> phrases = allPhrases();
        String[] noise = {" ", "", ",", ";", ".", " $x$", " [@k]", "“", "\"", "(", "’s", "n't", "\u00A0", "İ", "-", "a ", "an ", "5", "?", "U+FFFC"};
        for (int run = 0; run < RUNS; run++) {
            StringBuilder text = new StringBuilder();
            int count = 1 + random.nextInt(12);
            for (int i = 0; i < count; i++) {
                String phrase = phrases.get(random.nextInt(phrases.size()));
                int cut = random.nextInt(4) == 0 ? random.nextInt(phrase.length()) : 0;
                text.append(phrase.substring(cut)).append(noise[random.nextInt(noise.length)]);
                text.append(random.nextInt(3) == 0 ? "" : " ");
            }
            Block block = Clarity.block(random.nextBoolean() ? "en-GB" : "en", text.toString());
            String prose = block.prose().text();
            for (BlockFinding finding : Clarity.findings(block, Clarity.ALL)) {
                assertTrue(finding.range().end() <= prose.length(), prose);
                for (String replacement : finding.advice().replacements()) {
                    String after = new TextEdits(List.of(new TextEdit(finding.range(), replacement))).applyTo(prose);
                    assertEquals(
                            prose.chars().filter(c -> c == '\uFFFC').count(), after.chars().filter(c -> c == '\uFFFC').count(), prose);
                }
            }
        }
    }
}
