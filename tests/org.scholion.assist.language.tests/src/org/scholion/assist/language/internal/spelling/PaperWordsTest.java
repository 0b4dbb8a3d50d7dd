package org.scholion.assist.language.internal.spelling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.Manuscript;

class PaperWordsTest {

    private static final List<String> WORDS = List.of("the", "The", "noise", "Langevin", "maps", "map", "in", "Noise", "models");

    /** Random papers of which each comes from the one before by taking away, adding, repeating and moving paragraphs. */
    @RepeatedTest(20)
    void aLaterStateHasTheWordsOfACountFromNothing(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        BlockWords.Memory memory = new BlockWords.Memory();
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            paragraphs.add(paragraph(random));
        }
        PaperWords words = PaperWords.of(paper(paragraphs), memory);
        for (int edit = 0; edit < 10; edit++) {
            switch (random.nextInt(4)) {
                case 0 -> paragraphs.remove(random.nextInt(paragraphs.size()));
                case 1 -> paragraphs.add(paragraph(random));
                case 2 -> paragraphs.add(paragraphs.get(random.nextInt(paragraphs.size())));
                default -> Collections.shuffle(paragraphs, random);
            }
            if (paragraphs.isEmpty()) {
                paragraphs.add(paragraph(random));
            }
            PaperWords before = words;
            words = before.later(paper(paragraphs), memory);
            PaperWords fresh = PaperWords.of(paper(paragraphs), new BlockWords.Memory());
            assertEquals(Set.of(), words.changedSince(fresh));
            assertEquals(fresh.changedSince(before), words.changedSince(before));
        }
    }

    private static Manuscript paper(List<String> paragraphs) {
        return Papers.of(paragraphs.toArray(String[]::new));
    }

    private static String paragraph(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(5) == 0 ? ". " : " ");
        }
        return text.toString().strip();
    }
}
