package org.scholion.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.assist.citations.CitationAssistant;
import org.scholion.assist.citations.CitationSupport.Passage;
import org.scholion.assist.citations.CitationSupport.Verdict;
import org.scholion.assist.citations.CitationSupport;
import org.scholion.assist.citations.CitationVerifier;
import org.scholion.cli.internal.FakeConsole;
import org.scholion.cli.internal.FakeServices;
import org.scholion.cli.internal.ForwardingServices;
import org.scholion.library.Libraries;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.search.Candidate;
import org.scholion.library.search.LibraryHits;
import org.scholion.library.search.LibraryQuery;
import org.scholion.library.search.PassageHit;
import org.scholion.library.search.PlaceQuery;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.library.search.RefreshProgress;
import org.scholion.library.search.RefreshReport;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.manuscript.Structure;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/** {@code cite --verify}: each work of each citation, as text, JSON and HTML, and the exit code. */
class CiteVerifyTest {

    private static final String PAPER = "Apples keep in stores [good,bad]. Pears rot [lost]. Plums are <blue> [none].\n";

    @TempDir
    Path folder;

    private FakeConsole console;

    @BeforeEach
    void setUp() throws Exception {
        console = new FakeConsole(folder, new CitingServices());
        Files.writeString(folder.resolve("paper.tex"), PAPER);
    }

    private static CitationSupport support(String sentence, String key, List<Path> libraries, CancelToken cancel) {
        Optional<Path> document = Optional.of(Path.of("/papers/" + key + ".pdf"));
        return switch (key) {
            case "good" -> new CitationSupport(Verdict.SUPPORTED, Optional.of(new Passage("They keep.", 3, 0.81)), "Page 3 says so.", document);
            case "bad" -> new CitationSupport(Verdict.CONTRADICTED, Optional.of(new Passage("They do not keep.", 4, 0.7)), "No.", document);
            case "lost" -> new CitationSupport(Verdict.NOT_FOUND, Optional.of(new Passage("Figs.", 1, 0.1)), "Nothing.", document);
            default -> new CitationSupport(Verdict.NO_TEXT, Optional.empty(), "No text.", Optional.empty());
        };
    }

    @Test
    void eachWorkOfACitationIsLookedAtAlone() {
        assertEquals(0, console.run("cite", "--verify", "paper.tex"), console.err());
        List<String> lines = console.out().lines().toList();
        assertEquals("paper.tex:1:23 supported: good  Title of good", lines.get(0));
        assertEquals("    Apples keep in stores [good,bad].", lines.get(1));
        assertEquals("    Page 3 (score 0.81): They keep.", lines.get(2));
        assertEquals("paper.tex:1:23 contradicted: bad  Title of bad", lines.get(3));
        assertTrue(lines.contains("    Nearest passage, page 1 (score 0.10): Figs."), console.out());
        assertTrue(lines.contains("No document with text: none"), console.out());
        assertEquals(
                "4 citations: 1 supported, 1 contradicted, 1 not found in the text, 1 without a document to compare with.", lines.getLast());
    }

    @Test
    void jsonHasOneObjectForEachWork() {
        assertEquals(0, console.run("cite", "--verify", "--format", "json", "paper.tex"), console.err());
        JsonObject json = JsonParser.parseString(console.out()).getAsJsonObject();
        assertEquals(1, json.get("version").getAsInt());
        JsonObject good = json.getAsJsonArray("citations").get(0).getAsJsonObject();
        assertEquals(PAPER.indexOf("[good"), good.get("offset").getAsInt());
        assertEquals("[good,bad]".length(), good.get("length").getAsInt());
        assertEquals("supported", good.get("verdict").getAsString());
        assertEquals(3, good.get("page").getAsInt());
        assertEquals(0.81, good.get("score").getAsDouble());
        assertEquals("They keep.", good.get("passage").getAsString());
        assertEquals("Title of good", good.get("title").getAsString());
        JsonObject none = json.getAsJsonArray("citations").get(3).getAsJsonObject();
        assertEquals("no-text", none.get("verdict").getAsString());
        assertFalse(none.has("page") || none.has("document"));
        assertEquals(1, json.getAsJsonObject("counts").get("not-found").getAsInt());
    }

    @Test
    void htmlEscapesWhatThePaperSays() {
        console.run("cite", "--verify", "--format", "html", "paper.tex");
        assertTrue(console.out().startsWith("<!DOCTYPE html>"), console.out());
        assertTrue(console.out().contains("Plums are &lt;blue&gt;"), console.out());
        assertTrue(console.out().contains("<strong>contradicted</strong>"), console.out());
    }

    @Test
    void failOnDecidesTheExitCode() {
        assertEquals(1, console.run("cite", "--verify", "--fail-on", "contradicted", "paper.tex"));
        assertEquals(1, console.run("cite", "--verify", "--fail-on", "not-found", "paper.tex"));
        assertEquals(0, console.run("cite", "--verify", "--fail-on", "never", "paper.tex"));
    }

    @Test
    void whatDoesNotGoTogetherIsWrongUse() {
        assertEquals(2, console.run("cite", "--verify", "--batch", "queries.jsonl"));
        assertEquals(2, console.run("cite", "--fail-on", "contradicted", "paper.tex"));
        assertEquals(2, console.run("cite", "--verify", "--fail-on", "sometimes", "paper.tex"));
        assertEquals(2, console.run("cite", "--verify"));
    }

    @Test
    void aPaperThatCannotBeReadIsTold() {
        assertEquals(3, console.run("cite", "--verify", "paper.tex", "missing.tex"));
        assertTrue(console.err().contains("missing.tex"), console.err());
        assertTrue(console.out().contains("supported: good"), console.out());
    }

    /** A reader for which words in brackets are citations, and a library that knows the title of everything. */
    private static final class CitingServices extends ForwardingServices {

        CitingServices() {
            super(new FakeServices());
        }

        @Override
        public List<ManuscriptReader> readers() {
            return super.readers().stream().map(reader -> (ManuscriptReader) new CitingReader(reader)).toList();
        }

        @Override
        public Optional<ReferenceLibrary> referenceLibrary() {
            return Optional.of(new TitleLibrary());
        }

        @Override
        public Optional<Libraries> libraries() {
            return Optional.of(new NoLibraries());
        }

        @Override
        public Optional<CitationAssistant> citationAssistant() {
            return Optional.of((place, libraries, limit, cancel) -> List.of());
        }

        @Override
        public Optional<CitationVerifier> citationVerifier() {
            return Optional.of(CiteVerifyTest::support);
        }
    }

    private record CitingReader(ManuscriptReader plain) implements ManuscriptReader {

        private static final Pattern CITATION = Pattern.compile("\\[([a-z,]+)]");

        @Override
        public boolean reads(Path file) {
            return plain.reads(file);
        }

        @Override
        public Path rootOf(Path file, OpenTexts openTexts) {
            return plain.rootOf(file, openTexts);
        }

        @Override
        public Manuscript read(Path root, OpenTexts openTexts, CancelToken cancel) throws ManuscriptException, CancelledException {
            Manuscript read = plain.read(root, openTexts, cancel);
            SourceUnit unit = new SourceUnit.TextFile(root);
            List<Citation> citations = new ArrayList<>();
            Matcher found = CITATION.matcher(read.sources().getFirst().text());
            while (found.find()) {
                SourceRange range = new SourceRange(unit, new TextRange(found.start(), found.end()));
                citations.add(new Citation(
                        List.of(found.group(1).split(",")).stream().map(key -> new Citation.Key(key, range)).toList(), "cite", true, range));
            }
            Structure structure =
                    new Structure(List.of(), List.of(), citations, List.of(), List.of(), List.of(), List.of(), List.of());
            return new Manuscript(
                    read.root(), read.format(), read.language(), read.sources(), read.blocks(), structure, List.of(), read.problems(),
                    read.notation());
        }
    }

    private static final class NoLibraries implements Libraries {
        @Override
        public List<Library> all() {
            return List.of();
        }

        @Override
        public List<Path> sources(String name) {
            return List.of();
        }

        @Override
        public void add(String name, Path source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(String name, Path source) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class TitleLibrary implements ReferenceLibrary {
        private static final RefreshReport NOTHING = new RefreshReport(0, 0, 0, false, false, List.of());

        @Override
        public RefreshReport refresh(Path source, boolean meaning, RefreshProgress progress, CancelToken cancel) {
            return NOTHING;
        }

        @Override
        public RefreshReport refresh(
                Path source, ReadReferences references, boolean meaning, RefreshProgress progress, CancelToken cancel) {
            return NOTHING;
        }

        @Override
        public void remove(Path source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LibraryHits search(LibraryQuery query, CancelToken cancel) {
            return new LibraryHits(List.of(), 0, Map.of());
        }

        @Override
        public List<Candidate> candidates(PlaceQuery query, CancelToken cancel) {
            return List.of();
        }

        @Override
        public List<List<String>> matches(PlaceQuery query, List<Reference> references) {
            return List.of();
        }

        @Override
        public List<PassageHit> passages(Path source, String key, String text, int limit, CancelToken cancel) {
            return List.of();
        }

        @Override
        public Optional<Reference> reference(Collection<Path> sources, String key) {
            return Optional.of(new Reference.Builder(key).title("Title of " + key).build());
        }

        @Override
        public List<Reference> references(Path source) {
            return List.of();
        }
    }
}
