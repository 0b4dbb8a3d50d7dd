package org.scholion.ui.latex.internal.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.scholion.assist.citations.CitationAssistant;
import org.scholion.assist.citations.CitationSuggestion;
import org.scholion.jobs.PaperLibraries;
import org.scholion.library.Libraries;
import org.scholion.library.LibraryException;
import org.scholion.testkit.BotEditor;
import org.scholion.ui.latex.internal.assist.LatexCompletion;

/** Works are offered in the order in which they fit the sentence, those of the author's library among them. */
class CitationCompletionTest extends LatexWorkbenchTest {

    private static final ServiceCaller<Libraries> LIBRARIES = new ServiceCaller<>(CitationCompletionTest.class, Libraries.class);
    private static final ServiceCaller<PaperLibraries> PAPERS = new ServiceCaller<>(CitationCompletionTest.class, PaperLibraries.class);

    private final LatexCompletion completion = new LatexCompletion();
    private Path bibliography;
    private Path library;
    private ServiceRegistration<CitationAssistant> registration;

    @BeforeEach
    void rankWorks() throws IOException, LibraryException {
        bibliography = folder.resolve("refs.bib");
        Files.writeString(bibliography, Files.readString(bibliography) + """

                @article{abel99,
                  author = {Abel, Anna},
                  title = {Words and Their Places},
                  year = {1999}
                }

                @article{turing50,
                  author = {Turing, Alan},
                  title = {Computing Machinery and Intelligence},
                  year = {1950}
                }
                """);
        library = folder.resolve("library.bib");
        Files.writeString(library, """
                @book{lamport94,
                  author = {Lamport, Leslie},
                  title = {LaTeX: A Document Preparation System},
                  year = {1994}
                }
                """);
        LIBRARIES.current().orElseThrow().add(Libraries.STANDARD, library);
        Map<String, List<String>> answers = Map.of("machines", List.of("turing50", "lamport94", "knuth84", "abel99"));
        CitationAssistant assistant = (place, libraries, limit, cancel) -> answers.entrySet().stream()
                .filter(answer -> place.before().contains(answer.getKey()))
                .flatMap(answer -> answer.getValue().stream())
                .map(key -> suggestion(key, key.equals("lamport94") ? library : bibliography))
                .filter(one -> libraries.contains(one.library()) && !place.here().contains(one.key()))
                .toList();
        BundleContext context = FrameworkUtil.getBundle(LatexCompletion.class).getBundleContext();
        registration = context.registerService(
                CitationAssistant.class, assistant, new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 1000)));
        PAPERS.call(PaperLibraries::refresh);
    }

    @AfterEach
    void emptyLibrary() throws LibraryException {
        registration.unregister();
        LIBRARIES.current().orElseThrow().remove(Libraries.STANDARD, library);
    }

    @Test
    void worksStandInTheOrderOfTheSentence() {
        open(main);
        waitForOffer("We speak of machines \\cite{", "turing50", "lamport94", "knuth84", "abel99");
    }

    @Test
    void whereNothingIsRankedTheyStandByName() {
        open(main);
        waitForOffer("We speak of nothing \\cite{", "abel99", "knuth84", "turing50");
    }

    @Test
    void whatIsTypedFiltersAndTheOrderStays() {
        open(main);
        waitForOffer("We speak of machines \\cite{", "turing50", "lamport94", "knuth84", "abel99");
        waitForOffer("We speak of machines \\cite{an", "turing50", "abel99");
        waitForOffer("We speak of machines \\cite{ab", "abel99");
    }

    @Test
    void keysOfTheCitationAreLeftOut() {
        open(main);
        waitForOffer("We speak of machines \\cite{turing50, ", "lamport94", "knuth84", "abel99");
    }

    @Test
    void theReasonAndTheMarksAreShown() {
        open(main);
        waitForOffer("We speak of machines \\cite{", "turing50", "lamport94", "knuth84", "abel99");

        List<ICompletionProposal> offered = offered("We speak of machines \\cite{");

        assertTrue(offered.get(0).getAdditionalProposalInfo().contains("because of turing50"), offered.get(0).getAdditionalProposalInfo());
        assertEquals("turing50  Turing, 1950 · Computing Machinery and Intelligence", offered.get(0).getDisplayString());
        assertTrue(offered.get(1).getDisplayString().endsWith("(from library.bib)"), offered.get(1).getDisplayString());
        assertTrue(offered.get(2).getDisplayString().startsWith("knuth84  ✓ Knuth, 1984"), offered.get(2).getDisplayString());
    }

    @Test
    void aWorkOfTheLibraryGetsAnEntry() {
        BotEditor editor = open(main);
        String typed = "We speak of machines \\cite{";
        waitForOffer(typed, "turing50", "lamport94", "knuth84", "abel99");
        ICompletionProposal lamport = offered(typed).get(1);

        bot.ask(() -> {
            lamport.apply(editor.sourceViewer().getDocument());
            return null;
        });

        assertTrue(editor.getText().contains("machines \\cite{lamport94}\n"), editor.getText());
        bot.waitUntil(() -> read(bibliography).contains("@book{lamport94,"), "the entry is written", LONG);
        assertTrue(read(bibliography).contains("title = {{\\LaTeX}: A Document Preparation System}")
                || read(bibliography).contains("A Document Preparation System"), read(bibliography));
        assertTrue(read(bibliography).startsWith("@book{knuth84,\n  author = {Knuth, Donald E.},\n"), read(bibliography));
        bot.waitUntil(
                () -> manuscript(main).orElseThrow().structure().bibliography().stream().anyMatch(entry -> entry.key().equals("lamport94")),
                "the paper knows the entry",
                LONG);
        assertFalse(read(library).isEmpty());
    }

    private void waitForOffer(String typed, String... keys) {
        bot.waitUntil(
                () -> keys(typed).equals(List.of(keys)), () -> "offered " + List.of(keys) + ", but " + keys(typed), LONG);
    }

    private List<String> keys(String typed) {
        return offered(typed).stream().map(proposal -> proposal.getDisplayString().split(" ")[0]).toList();
    }

    /** Asked as the editor asks: in another thread than that of the user interface. */
    private List<ICompletionProposal> offered(String typed) {
        BotEditor editor = bot.activeEditor();
        if (!editor.getText().contains(typed + "}\n")) {
            editor.setText(read(main).replace("The end.", typed + "}\nThe end."));
        }
        int place = editor.getText().indexOf("}\nThe end.");
        return Arrays.asList(completion.computeCompletionProposals(editor.sourceViewer(), place));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CitationSuggestion suggestion(String key, Path source) {
        String title = key.equals("lamport94") ? "LaTeX: A Document Preparation System" : key;
        return new CitationSuggestion(key, source, title, List.of("Lamport"), "1994", "", 0.5, 0, List.of(), "because of " + key);
    }
}
