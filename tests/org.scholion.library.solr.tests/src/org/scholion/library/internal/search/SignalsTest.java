package org.scholion.library.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.library.search.Candidate.Signals;
import org.scholion.library.search.Candidate;
import org.scholion.library.search.PlaceQuery;
import org.scholion.library.search.RefreshProgress;
import org.scholion.text.CancelToken;

/**
 * How far the signals of a server are from those of the embedded index of the same works, which the ranking was trained with.
 * Vectors have 8 bits
 * here and whole numbers there, and the best 40 by words or by meaning may end at another work of the same score.
 */
class SignalsTest {

    private static final int WORKS = 300;
    private static final String[] WORDS = ("neural network deep learning image residual attention language model graph search index ranking "
            + "citation retrieval sparse dense vector quantum field galaxy protein folding climate ocean carbon cell membrane theory proof "
            + "algorithm complexity bound random sampling inference bayesian kernel gradient descent convex optimal control").split(" ");

    @TempDir
    private static Path folder;

    private static Path bib;
    private static SharedFixture fixture;

    @BeforeAll
    static void load() throws Exception {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORKS; i++) {
            text.append("@article{work").append(i).append(", title={").append(words(random, 7)).append("}, author={Author")
                    .append(i % 50).append(", A.}, year=").append(1980 + i % 40);
            text.append(i % 3 == 0 ? "" : ", abstract={" + words(random, 40) + ".}").append("}\n");
        }
        bib = Files.writeString(folder.resolve("works.bib"), text);
        fixture = new SharedFixture(folder, SolrNodes.running().collection("whole", 1, 2), "1");
        fixture.own.refresh(bib, true, RefreshProgress.NONE, CancelToken.NEVER);
        fixture.push(bib, "lab");
    }

    @AfterAll
    static void close() throws Exception {
        fixture.close();
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, WORDS.length).mapToObj(i -> WORDS[i]).collect(Collectors.joining(" "));
    }

    private static PlaceQuery place(int number, Path source) {
        Random random = new Random(number);
        return new PlaceQuery(
                words(random, 9), words(random, 4), words(random, 8), words(random, 5),
                List.of("work" + random.nextInt(WORKS), "work" + random.nextInt(WORKS)), List.of(source), 40);
    }

    private static Map<String, Signals> signals(PlaceQuery place) throws Exception {
        return fixture.library.candidates(place, CancelToken.NEVER).stream()
                .collect(Collectors.toMap(candidate -> candidate.reference().key(), Candidate::signals));
    }

    /**
     * The share of candidates that both find, and the greatest difference of each signal, as a share of its size where it is
     * above 1.
     */
    private static double compare(double tolerance) throws Exception {
        int both = 0;
        int all = 0;
        for (int number = 0; number < 10; number++) {
            Map<String, Signals> here = signals(place(number, bib));
            Map<String, Signals> there = signals(place(number, fixture.file.source("lab")));
            all += here.size();
            for (Map.Entry<String, Signals> candidate : here.entrySet()) {
                Signals other = there.get(candidate.getKey());
                if (other == null) {
                    continue;
                }
                both++;
                for (RecordComponent signal : Signals.class.getRecordComponents()) {
                    double own = (double) signal.getAccessor().invoke(candidate.getValue());
                    double their = (double) signal.getAccessor().invoke(other);
                    assertEquals(own, their, tolerance * Math.max(1, own),
                            signal.getName() + " of " + candidate.getKey() + " at " + number);
                }
            }
        }
        return (double) both / all;
    }

    @Test
    void inOneShardTheSignalsAreThoseOfTheEmbeddedIndex() throws Exception {
        assertTrue(compare(0.01) > 0.9);
    }

    @Test
    void aPlaceIsAskedAboutInOneRoundOnceItsPaperIsKnown() throws Exception {
        for (int number = 0; number < 10; number++) {
            signals(place(number, fixture.file.source("lab")));
        }
        fixture.counting.rounds = 0;
        fixture.counting.questions = 0;
        assertTrue(signals(place(3, fixture.file.source("lab"))).size() > 40);
        assertEquals(1, fixture.counting.rounds);
        assertEquals(2, fixture.counting.questions);
    }
}
