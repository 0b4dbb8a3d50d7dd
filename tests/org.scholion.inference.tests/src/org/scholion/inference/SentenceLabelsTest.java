package org.scholion.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.scholion.text.CancelToken;
import org.scholion.text.TextRange;

class SentenceLabelsTest {

    private final List<String> asked = new ArrayList<>();

    /** A word is a token; a word of many letters is sure to be "long". Reads 22 tokens, special ones included, at most. */
    private final Tagger tagger = new Tagger() {
        @Override
        public List<String> labels() {
            return List.of("long", "short");
        }

        @Override
        public List<List<Tag>> tag(List<String> texts, int labelCount, CancelToken cancel) {
            asked.addAll(texts);
            List<List<Tag>> all = new ArrayList<>();
            for (String text : texts) {
                List<Tag> tags = new ArrayList<>();
                Matcher word = Pattern.compile("\\S+").matcher(text);
                while (word.find() && tags.size() < maxTokenCount() - 2) {
                    double sure = word.group().length() > 4 ? 0.9 : 0.2;
                    tags.add(new Tag(
                            new TextRange(word.start(), word.end()), List.of(new Label("long", sure), new Label("short", 1 - sure))));
                }
                all.add(tags);
            }
            return all;
        }

        @Override
        public ModelDescriptor descriptor() {
            return new ModelDescriptor("words", "Words", ModelTask.TAGGING, List.of("en"), "", "1");
        }

        @Override
        public Device device() {
            return new Device(Device.Kind.CPU, "CPU");
        }

        @Override
        public int maxTokenCount() {
            return 22;
        }

        @Override
        public int tokenCount(String text) {
            return text.split("\\s+").length;
        }
    };

    @Test
    void aSentenceHasTheMeanOfItsTokens() throws Exception {
        List<Map<String, Double>> labels = SentenceLabels.of(tagger, List.of("a bc longest", "ab"), CancelToken.NEVER);
        assertEquals((2 * Math.log(0.2) + Math.log(0.9)) / 3, labels.get(0).get("long"), 1e-9);
        assertEquals(Math.log(0.8), labels.get(1).get("short"), 1e-9);
        assertEquals(List.of("a bc longest ab"), asked);
    }

    @Test
    void noSentencesHaveNoLabels() throws Exception {
        assertEquals(List.of(), SentenceLabels.of(tagger, List.of(), CancelToken.NEVER));
    }

    @Test
    void ofASentenceThatIsTooLongTheStartCounts() throws Exception {
        List<Map<String, Double>> labels = SentenceLabels.of(tagger, List.of("ab ".repeat(50).strip(), "ab"), CancelToken.NEVER);
        assertEquals(Math.log(0.8), labels.get(0).get("short"), 1e-9);
        assertEquals(Math.log(0.8), labels.get(1).get("short"), 1e-9);
    }

    /**
     * Whatever the windows, each sentence is read as if it stood alone, since the words of this model know nothing of each other.
     */
    @Test
    void windowsDoNotChangeWhatIsReadOfASentence() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            List<String> sentences = new ArrayList<>();
            for (int i = random.nextInt(25); i >= 0; i--) {
                StringBuilder sentence = new StringBuilder();
                for (int words = random.nextInt(9); words >= 0; words--) {
                    sentence.append("wordsword", 0, 1 + random.nextInt(9)).append(' ');
                }
                sentences.add(sentence.toString().strip());
            }
            asked.clear();
            List<Map<String, Double>> labels = SentenceLabels.of(tagger, sentences, CancelToken.NEVER);
            assertTrue(asked.stream().allMatch(text -> text.split("\\s+").length <= 20), asked.toString());
            for (int i = 0; i < sentences.size(); i++) {
                Map<String, Double> alone = SentenceLabels.of(tagger, List.of(sentences.get(i)), CancelToken.NEVER).getFirst();
                assertEquals(alone.get("long"), labels.get(i).get("long"), 1e-9, sentences.get(i));
            }
        }
    }
}
