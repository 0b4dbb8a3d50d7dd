package org.scholion.corpora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.latex.internal.LatexReader;
import org.scholion.manuscript.latex.internal.write.LatexWriter;
import org.scholion.text.CancelToken;

/** The LaTeX reader and writer over published papers. */
class LatexPapersTest {

    private static final long SEED = Long.getLong("scholion.seed", 20_261_123L);
    private static final int ROUNDS = Integer.getInteger("scholion.rounds", 2);

    private final LatexReader reader = new LatexReader();

    @Test
    void thePapersAreThere() {
        List<Path> papers = Corpora.papers();
        assumeFalse(papers.isEmpty(), "no papers in " + Corpora.data() + " and no samples: nothing to read");
        assertTrue(papers.size() > 0);
    }

    @TestFactory
    Stream<DynamicTest> eachUnitOfProseStandsAtItsPlace() {
        return Stream.concat(Corpora.papers().stream(), Corpora.difficult().stream())
                .map(paper -> dynamicTest(name(paper), () -> new MapCheck(reader).check(read(paper))));
    }

    @TestFactory
    Stream<DynamicTest> anEditWrittenAndReadAgainGivesTheEditedProse(@TempDir Path folder) {
        return Corpora.papers().stream().map(paper -> dynamicTest(name(paper), () -> {
            int edits = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long seed = SEED + round;
                Path copy = folder.resolve(Integer.toHexString(paper.hashCode()) + "-" + round);
                edits += new EditCheck(reader, new LatexWriter()).check(read(paper), copy, seed);
            }
            assertTrue(edits > 5, "only " + edits + " edits");
        }));
    }

    @TestFactory
    Stream<DynamicTest> aPaperHasTheShapeOfOne() {
        return Corpora.papers().stream().map(paper -> dynamicTest(name(paper), () -> {
            Manuscript manuscript = read(paper);
            assertTrue(manuscript.wordCount() > 1_000, "only " + manuscript.wordCount() + " words");
            assertFalse(manuscript.blocks().stream().noneMatch(block -> block.kind() == BlockKind.HEADING));
            assertFalse(manuscript.structure().citations().isEmpty());
            assertEquals(manuscript.structure().bibliographyFiles().isEmpty(), manuscript.structure().bibliography().isEmpty());
            manuscript.problems().forEach(problem -> assertTrue(problem.line() > 0, problem.message()));
        }));
    }

    @TestFactory
    Stream<DynamicTest> noMacroIsLeftInTheProse() {
        return Corpora.papers().stream().map(paper -> dynamicTest(name(paper), () -> {
            Manuscript manuscript = read(paper);
            long left = manuscript.blocks().stream()
                    .filter(block -> block.prose().text().matches("(?s).*\\\\(begin|end|cite|ref|label|emph|text)[a-z]*\\b.*"))
                    .count();
            assertEquals(0, left);
        }));
    }

    private Manuscript read(Path paper) throws Exception {
        return reader.read(paper, OpenTexts.NONE, CancelToken.NEVER);
    }

    private static String name(Path paper) {
        return paper.getParent().getFileName() + "/" + paper.getFileName();
    }
}
