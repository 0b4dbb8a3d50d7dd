package org.scholion.corpora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.ReferenceFiles;
import org.scholion.library.ReferenceProblem;
import org.scholion.text.CancelToken;

/** The readers of references over files of other people that are hard to read. */
class ReferenceFilesTest {

    /** Files in which no entry has a key, so that nothing in them can be cited. */
    private static final Set<String> NO_KEYS = Set.of(
            "jabref--BiblioscapeImporterTestKeywords.bib", "jabref--CitaviXmlImporterTest1.bib", "jabref--RisImporterTestScience.bib",
            "jabref--encoding-utf-16BE-with-header.bib", "jabref--encoding-windows-1252-with-header.bib");

    /** Files with one problem each, with its line: an abbreviation that is not defined, a record that does not begin. */
    private static final Map<String, Integer> ONE_PROBLEM = Map.of("jabref--BibtexImporter.examples.bib", 38, "jabref--RisImporterCorrupted.ris", 2);

    @Test
    void theFilesAreThere() {
        List<Path> files = Corpora.referenceFiles();
        assumeFalse(files.isEmpty(), "no files of references in " + Corpora.data() + ": nothing to read");
        assertTrue(files.size() > 0);
    }

    @TestFactory
    Stream<DynamicTest> eachFileIsReadWithTheProblemsThatItHas() {
        return Corpora.referenceFiles().stream().map(file -> dynamicTest(name(file), () -> {
            ReadReferences read = ReferenceFiles.read(file, CancelToken.NEVER);
            assertEquals(NO_KEYS.contains(name(file)), read.references().isEmpty(), read.toString());
            if (!NO_KEYS.contains(name(file))) {
                List<Integer> lines = read.problems().stream().map(ReferenceProblem::line).toList();
                assertEquals(Optional.ofNullable(ONE_PROBLEM.get(name(file))).stream().toList(), lines, read.problems().toString());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsReadIsPlainTextUnderKeysOfItsOwn() {
        return Corpora.referenceFiles().stream().map(file -> dynamicTest(name(file), () -> {
            Set<String> keys = new HashSet<>();
            for (Reference reference : ReferenceFiles.read(file, CancelToken.NEVER).references()) {
                assertTrue(keys.add(reference.key()), reference.key());
                assertFalse(reference.title().matches("(?s).*(?:\\\\[a-zA-Z]{3,}\\s*\\{|[\\n\\r\\t]|\\{\\\\).*"), reference.title());
                reference.people().forEach(person -> assertFalse(person.display().matches("(?s).*[{}\\n].*"), person.display()));
            }
        }));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
