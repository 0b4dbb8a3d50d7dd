package org.scholion.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.ServiceCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.scholion.assist.citations.CitationAssistant;
import org.scholion.jobs.PaperLibraries;
import org.scholion.library.Libraries;
import org.scholion.library.LibraryException;
import org.scholion.testkit.BotView;

/** A paper on fruit with a bibliography, and a library with one more work. */
abstract class CitationsTest extends WorkbenchTest {

    private static final ServiceCaller<Libraries> LIBRARIES = new ServiceCaller<>(CitationsTest.class, Libraries.class);
    private static final ServiceCaller<PaperLibraries> PAPERS = new ServiceCaller<>(CitationsTest.class, PaperLibraries.class);

    final FakeCitations citations = new FakeCitations();
    Path bibliography;
    Path library;
    private ServiceRegistration<CitationAssistant> registration;

    @BeforeEach
    void makeLibrary() throws IOException {
        bibliography = folder.resolve("refs.bib");
        Files.writeString(bibliography, """
                @article{adams01,
                  author = {Adams, Ada},
                  title = {How Apples Ripen in Cold Stores},
                  journal = {Journal of Pomology},
                  year = {2001},
                  doi = {10.1000/apples}
                }

                @article{brown12,
                  author = {Brown, Bea and Clark, Carl},
                  title = {Pears and Their Pests},
                  journal = {Annals of Orchards},
                  year = {2012}
                }
                """);
        library = folder.resolve("library.bib");
        Files.writeString(library, """
                @book{doe77,
                  author = {Doe, Dora and Early, Ed and Fern, Flo},
                  title = {Harvesting Quinces},
                  publisher = {Orchard Press},
                  year = {1977}
                }
                """);
        citations.add(bibliography, "adams01", "How Apples Ripen in Cold Stores", "Adams", "2001", "Journal of Pomology");
        citations.add(bibliography, "brown12", "Pears and Their Pests", "Brown;Clark", "2012", "Annals of Orchards");
        citations.add(library, "doe77", "Harvesting Quinces", "Doe;Early;Fern", "1977", "Orchard Press");
        BundleContext context = FrameworkUtil.getBundle(PaperUi.class).getBundleContext();
        registration = context.registerService(
                CitationAssistant.class, citations, new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 1000)));
    }

    @AfterEach
    void emptyLibrary() throws LibraryException {
        registration.unregister();
        LIBRARIES.current().orElseThrow().remove(Libraries.STANDARD, library);
    }

    void useLibrary() throws LibraryException {
        LIBRARIES.current().orElseThrow().add(Libraries.STANDARD, library);
        PAPERS.call(PaperLibraries::refresh);
    }

    Path fruit() throws IOException {
        return paper(
                "fruit.tex",
                "It is known that apples keep in cold stores until spring.",
                "Most pears suffer from pests of many kinds.",
                "Nobody knows when quinces are ripe for harvesting.",
                "",
                "Fruit was first described by others~\\cite{brown12}.",
                "\\bibliography{refs}");
    }

    static List<String> keys(BotView view) {
        return view.bot().tree().leaves().stream().map(row -> row.get(5)).toList();
    }

    void waitForKeys(BotView view, String... keys) {
        bot.waitUntil(() -> keys(view).equals(List.of(keys)), () -> "works " + List.of(keys) + ", but " + keys(view), LONG);
    }
}
