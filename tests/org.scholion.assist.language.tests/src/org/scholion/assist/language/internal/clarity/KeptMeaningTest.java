package org.scholion.assist.language.internal.clarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scholion.assist.language.internal.clarity.KeptMeaning.Part;

class KeptMeaningTest {

    private static final char MARK = '\uFFFC';
    private static final int RUNS = 200;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            It is not able to stop. | It cannot stop.
            It doesn't stop, it can't. | It does not stop, it cannot.
            It should be noted that the value is 5. | The value is 5.
            It is important to note that Newton knew. | Newton knew.
            It may possibly fail. | It may fail.
            It would appear to fail. | It appears to fail.
            The majority of the 12 samples are at 5 mm. | Most of the 12 samples are at 5 mm.
            The DNA was measured by us. | We measured the DNA.
            They know whether or not it holds. | They know whether it holds.
            All went, with the exception of one. | All went, except for one.
            He said “it is so” in order to go. | He said “it is so” to go.
            They came in May 2019 in order to see n = 5. | They came in May 2019 to see n = 5.
            """)
    void isKept(String before, String after) {
        assertEquals(Set.of(), KeptMeaning.lost(before, after));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            NUMBERS | The error is 5.1 mm. | The error is 5.2 mm.
            NUMBERS | The error is 5 mm. | The error is 5 m.
            NUMBERS | From 3 to 5. | From 5 to 3.
            NUMBERS | Three samples froze. | The samples froze.
            NUMBERS | The error fell by 5%. | The error fell by 5.
            MATHEMATICS | Here p < 0.05 holds. | Here p > 0.05 holds.
            MATHEMATICS | The angle α grows with x. | The angle grows with x.
            MATHEMATICS | It grows with x and y. | It grows with x.
            NEGATIONS | It is not able to stop. | It can stop.
            NEGATIONS | It never stops. | It stops.
            NEGATIONS | It stops without loss. | It stops with loss.
            MODALITY | It may stop. | It must stop.
            MODALITY | It must stop. | It should stop.
            MODALITY | It can stop. | It stops.
            MODALITY | It stops. | It will stop.
            HEDGES | Perhaps it stops. | It stops.
            HEDGES | It is likely that it stops. | It stops.
            HEDGES | It lasts approximately 5 s. | It lasts 5 s.
            CLAIMS | Results show it. | Results prove it.
            CLAIMS | Samples froze. | All samples froze.
            CLAIMS | It helps. | It always helps.
            LIMITS | Only two froze. | Two froze.
            LIMITS | At least 5 froze. | At most 5 froze.
            QUOTATIONS | He said “it is so”. | He said “it was so”.
            NAMES | The DNA and Newton agree. | The RNA and Newton agree.
            NAMES | The law of Newton holds. | The law holds.
            NAMES | It holds. | For Newton it holds.
            PLACEHOLDERS | It holds for \uFFFC and \uFFFC here. | It holds for \uFFFC here.
            PLACEHOLDERS | It holds for \uFFFC1 and \uFFFC2. | It holds for \uFFFC2 and \uFFFC1.
            PLACEHOLDERS | It holds. | It holds \uFFFC.
            """)
    void isLost(Part part, String before, String after) {
        assertTrue(KeptMeaning.lost(before, after).contains(part), KeptMeaning.lost(before, after).toString());
        assertFalse(KeptMeaning.isKept(before, after));
    }

    /** A sentence of random pieces, each of which carries something that a rewrite must keep. */
    private static List<String> pieces(Random random) {
        List<String> pool = List.of(
                "the filter", "works", "at " + random.nextInt(1000) + " mm", "for " + MARK, "without loss", "in Berlin", "of the DNA", "may stop",
                "with α", "five times", "only here", "“so it is”", "approximately", "and not there", "at " + random.nextInt(100) + "%", "cannot run");
        List<String> pieces = new ArrayList<>(pool);
        Collections.shuffle(pieces, random);
        return pieces.subList(0, 4 + random.nextInt(8));
    }

    @Test
    void everythingIsKeptInTheSameText() {
        Random random = new Random(1);
        for (int run = 0; run < RUNS; run++) {
            String text = "Here " + String.join(" ", pieces(random)) + '.';
            assertEquals(Set.of(), KeptMeaning.lost(text, text), text);
        }
    }

    @Test
    void aPieceThatCarriesAFactIsMissed() {
        Random random = new Random(2);
        for (int run = 0; run < RUNS; run++) {
            List<String> pieces = new ArrayList<>(pieces(random));
            String before = "Here " + String.join(" ", pieces) + '.';
            String gone = pieces.remove(random.nextInt(pieces.size()));
            String after = "Here " + String.join(" ", pieces) + '.';
            boolean fact = !gone.equals("the filter") && !gone.equals("works");
            // of two hedges one is enough
            boolean hedged = gone.equals("approximately");
            assertTrue(hedged || KeptMeaning.isKept(before, after) != fact, before + " => " + after);
        }
    }

    @Test
    void nothingComesInUnseen() {
        Random random = new Random(3);
        for (int run = 0; run < RUNS; run++) {
            List<String> pieces = pieces(random);
            String before = "Here " + String.join(" ", pieces) + '.';
            for (String more : List.of("17 times", "never", "in Paris", "must go", "for " + MARK, "β", "every day", "“no”")) {
                List<String> longer = new ArrayList<>(pieces);
                longer.add(random.nextInt(longer.size()), more);
                String after = "Here " + String.join(" ", longer) + '.';
                assertFalse(KeptMeaning.isKept(before, after), before + " => " + after);
            }
        }
    }
}
