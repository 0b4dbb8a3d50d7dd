package org.scholion.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scholion.cli.internal.FakeConsole;
import org.scholion.cli.internal.FakeLibrary;
import org.scholion.cli.internal.FakeServices;
import org.scholion.library.LibraryException;
import org.scholion.library.search.RefreshProgress;
import org.scholion.library.search.RefreshReport;
import org.scholion.library.shared.SharedLibrary;
import org.scholion.library.shared.SharedSettings;
import org.scholion.library.shared.SharedStatus;
import org.scholion.text.CancelToken;

class SharedServerTest {

    @TempDir
    Path folder;

    private final FakeServices services = new FakeServices();
    private final FakeShared shared = new FakeShared();
    private FakeConsole console;

    @BeforeEach
    void start() {
        services.shared = shared;
        services.library = new FakeLibrary();
        console = new FakeConsole(folder, services);
    }

    @Test
    void aServerThatAnswersIsChosenAndWhatIsSentIsSaid() {
        assertEquals(0, console.run("library", "server", "search.lab:8983", "--collection", "books"), console.err());
        assertEquals(SharedSettings.of("http://search.lab:8983/solr", "books"), shared.settings);
        assertTrue(console.out().contains("books") && console.out().contains("2,314"), console.out());
        assertTrue(console.err().contains("words of the sentence") && console.err().contains("no encryption"), console.err());
    }

    @Test
    void aServerThatIsAwayIsNotChosen() {
        shared.trouble = "away";
        assertEquals(3, console.run("library", "server", "https://search.lab/solr"));
        assertFalse(shared.settings.isOn());
        assertTrue(console.err().contains("away"), console.err());
    }

    @Test
    void whatIsNoAddressIsToldAndNothingIsAsked() {
        assertEquals(2, console.run("library", "server", "ftp://search.lab"));
        assertEquals(2, console.run("library", "server"));
        assertEquals(0, shared.asked);
    }

    @Test
    void offAndStatusOfNothingAskNobody() {
        shared.settings = SharedSettings.of("https://search.lab", "books");
        assertEquals(0, console.run("library", "server", "off"));
        assertFalse(shared.settings.isOn());
        assertEquals(0, console.run("library", "server", "status"));
        assertEquals(0, shared.asked);
    }

    @Test
    void sourcesArePushedUnderTheirNamesAndTakenAway() throws Exception {
        Files.writeString(folder.resolve("refs.bib"), "@misc{a, title={A}}");
        assertEquals(0, console.run("library", "push", "refs.bib"), console.err());
        assertEquals(0, console.run("library", "push", "refs.bib", "--as", "lab", "--with-text"), console.err());
        assertEquals(List.of("refs.bib false", "lab true"), shared.pushed);
        assertEquals(3, console.run("library", "push", "none.bib"));
        assertEquals(2, console.run("library", "push", "refs.bib", "refs.bib", "--as", "lab"));
        assertEquals(0, console.run("library", "withdraw", "lab"), console.err());
        assertEquals(List.of("refs.bib false"), shared.pushed);
    }

    private static final class FakeShared implements SharedLibrary {

        private SharedSettings settings = SharedSettings.OFF;
        private String trouble = "";
        private int asked;
        private final List<String> pushed = new ArrayList<>();

        @Override
        public SharedSettings settings() {
            return settings;
        }

        @Override
        public void use(SharedSettings chosen) {
            settings = chosen;
        }

        @Override
        public Optional<Path> source() {
            return Optional.empty();
        }

        @Override
        public boolean isShared(Path source) {
            return false;
        }

        @Override
        public SharedStatus status(SharedSettings server, CancelToken cancel) throws LibraryException {
            asked++;
            if (!trouble.isEmpty()) {
                throw new LibraryException(trouble);
            }
            return new SharedStatus(2314, Map.of("lab", 2314L), true);
        }

        @Override
        public Optional<String> trouble() {
            return Optional.empty();
        }

        @Override
        public RefreshReport push(Path source, String name, boolean documents, RefreshProgress progress, CancelToken cancel) {
            pushed.add(name + ' ' + documents);
            return new RefreshReport(1, 1, 0, true, false, List.of());
        }

        @Override
        public void withdraw(String name, CancelToken cancel) {
            pushed.removeIf(one -> one.startsWith(name));
        }
    }
}
