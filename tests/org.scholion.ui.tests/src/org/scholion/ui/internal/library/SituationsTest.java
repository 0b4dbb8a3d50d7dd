package org.scholion.ui.internal.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.scholion.library.Reference;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.search.LibraryFilter;
import org.scholion.ui.internal.library.Situations.Action;

class SituationsTest {

    private static final WorkRow ROW = new WorkRow(
            new Reference.Builder("a").title("A").build(), Optional.of(Path.of("refs.bib")), Optional.empty(), "", OptionalInt.empty());
    private static final LibraryAnswer NONE = new LibraryAnswer(List.of(), 0, Map.of(), true, "");
    private static final LibraryFilter BROWN = Filters.author(LibraryFilter.NONE, "Brown");

    private static Optional<LibraryQuestion> asked(Optional<OnlineSource> where, String text) {
        return Optional.of(new LibraryQuestion(where, text, LibraryFilter.NONE, List.of()));
    }

    private static Action action(LibraryAnswer answer, Optional<OnlineSource> where, String text, LibraryFilter filter, boolean indexing) {
        Situations.Empty empty = Situations.empty(answer, asked(where, text), filter, indexing);
        assertTrue(!empty.message().isEmpty());
        assertEquals(empty.action() == Action.NONE, empty.link().isEmpty());
        return empty.action();
    }

    @Test
    void worksAreCounted() {
        assertEquals("1 work", Situations.description(new LibraryAnswer(List.of(ROW), 1, Map.of(), true, "")));
        assertEquals("2 works", Situations.description(new LibraryAnswer(List.of(ROW, ROW), 2, Map.of(), true, "")));
        assertEquals("The best 2 of 30 works", Situations.description(new LibraryAnswer(List.of(ROW, ROW), 30, Map.of(), true, "")));
        assertEquals("", Situations.description(NONE));
    }

    @Test
    void whereThereAreWorksNothingIsSaid() {
        LibraryAnswer answer = new LibraryAnswer(List.of(ROW), 1, Map.of(), true, "");

        assertEquals("", Situations.empty(answer, asked(Optional.empty(), "a"), BROWN, true).message());
    }

    @Test
    void whatToDoIsSaidWhereThereIsNothing() {
        assertEquals(Action.LIBRARY, action(LibraryAnswer.withoutSources(), Optional.empty(), "", LibraryFilter.NONE, false));
        assertEquals(Action.CLEAR, action(NONE, Optional.empty(), "a", BROWN, false));
        assertEquals(Action.ONLINE, action(NONE, Optional.empty(), "a", LibraryFilter.NONE, false));
        assertEquals(Action.LIBRARY, action(NONE, Optional.empty(), "", LibraryFilter.NONE, false));
        assertEquals(Action.NONE, action(NONE, Optional.empty(), "a", BROWN, true));
        assertEquals(Action.NONE, action(NONE, Optional.of(OnlineSource.ARXIV), "a", BROWN, false));
        assertEquals(Action.ONLINE, action(LibraryAnswer.failed("no"), Optional.of(OnlineSource.ARXIV), "a", BROWN, false));
        assertEquals(Action.NONE, action(LibraryAnswer.failed("no"), Optional.empty(), "a", BROWN, false));
    }

    @Test
    void whatWasLookedForIsNamed() {
        Situations.Empty empty = Situations.empty(NONE, asked(Optional.of(OnlineSource.ARXIV), "tides"), LibraryFilter.NONE, false);

        assertEquals("arXiv knows nothing for \u201ctides\u201d.", empty.message());
    }
}
