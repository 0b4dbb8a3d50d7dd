package org.scholion.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

    /** The examples mark the ends of sentences with a bar. */
    private static void check(String language, String marked) {
        String[] parts = marked.split("\\s*\\|\\s*");
        String text = marked.replaceAll("\\s*\\|\\s*", language.equals("zh") ? "" : " ");
        assertEquals(List.of(parts), SentenceSplitter.of(language).split(text).stream().map(range -> range.of(text)).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "One sentence. | Another one! | A third? | Yes.",
        "As shown in Fig. 3 and Figs. 4 and 5, Eq. 2 holds. | See Sec. 4.",
        "Smith et al. (2010) showed it. | Jones et al. Found nothing here.",
        "This was shown by Smith et al. | We repeat it.",
        "Small ones, e.g. Python, i.e. Snakes, cf. Miller, are fine. | Large ones, approx. 5 m, are not.",
        "Apples vs. Pears, resp. Plums, are compared. | Done.",
        "The value is 3.5 mm. | It was 2.1 before.",
        "In 2010. | The next year came.",
        "J. Smith and A. B. Jones wrote it. | We read it.",
        "This is plan B. | We follow it.",
        "Dr. Smith met Prof. Jones in the U.S. Senate. | They talked.",
        "He lives in the U.S. | The end.",
        "Sample No. 5 was taken. | Was it? | No. | It was not.",
        "He said \"It works.\" | Then he left.",
        "(It is known.) | The rest follows.",
        "It is known (see Ref. 3). | The rest follows.",
        "Wait ... until then. | And so on... | Then it ends.",
        "We use mice, rats, etc. | The cats are left out.",
        "We use mice, rats, etc. in cages.",
        "1. First item of the list. | Second sentence.",
        "The company Yahoo! is one.",
        "It cost 5 Mio. | But why?!  | Because.",
    })
    void splitsEnglish(String marked) {
        check("en-GB", marked.replaceAll("\\s+\\|", " |"));
    }

    @Test
    void placeholdersBeginAndEndSentences() {
        check("en", "We know \uFFFC. | \uFFFC is small. | See Fig. \uFFFC for more, as in Eq. \uFFFC. | It holds.\uFFFC | Next one.");
        check("en", "Shown by Smith et al. \uFFFC in a paper. | So it is.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Das gilt z.B. Für alle, d.h. Alle, vgl. Abb. 3. | Wir sehen es.",
        "Am 3. Mai war es so. | Es gab 15 Proben bzw. Messungen.",
        "Siehe Kap. 4 und Nr. 5. | Dann ist es klar.",
    })
    void splitsGerman(String marked) {
        check("de-DE", marked);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Voir la fig. 3, p. ex. Dans le texte de M. Dupont. | Nous le savons.",
        "Est-ce vrai ? | Oui.",
    })
    void splitsFrench(String marked) {
        check("fr", marked);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Véase la pág. 5 y la fig. 3 del Dr. García. | ¿Es cierto? | ¡Sí!",
        "En EE. UU. Se usa aprox. 5 kg, p. ej. Hoy.",
    })
    void splitsSpanish(String marked) {
        check("es", marked);
    }

    @Test
    void splitsPortuguese() {
        check("pt-BR", "Veja a fig. 3 e a pág. 5 do Dr. Silva. | Nós usamos aprox. 5 kg.");
    }

    @Test
    void splitsChinese() {
        check("zh", "我们提出了一种方法。|它有效吗？|是的！|“很好。”|结束");
    }

    @Test
    void rangesAreInOrderAndHoldEverything() {
        Random random = new Random(7);
        String signs = "ab AB. .!? \uFFFC()\"' 12,\n。…\uD83D\uDE00";
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < random.nextInt(60); i++) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            int end = 0;
            for (TextRange sentence : SentenceSplitter.of("en").split(text)) {
                assertEquals("", text.substring(end, sentence.start()).strip(), "seed 7: " + text);
                assertFalse(sentence.isEmpty(), "seed 7: " + text);
                assertEquals(sentence.of(text).strip(), sentence.of(text), "seed 7: " + text);
                end = sentence.end();
            }
            assertEquals("", text.substring(end).strip(), "seed 7: " + text);
        }
    }

    @Test
    void longTextWithoutAnEndCostsLinearTime() {
        SentenceSplitter.of("en").split("a.b.".repeat(200_000));
        SentenceSplitter.of("en").split("...".repeat(200_000) + "x");
        SentenceSplitter.of("en").split(")".repeat(200_000));
        SentenceSplitter.of("en").split("a.b. ".repeat(200_000));
    }
}
