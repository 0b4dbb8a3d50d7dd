package org.scholion.ui.internal.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.online.OnlineAnswer;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.ReferenceCheck;
import org.scholion.library.online.ReferenceCheck.Difference;
import org.scholion.library.online.ReferenceCheck.Match;
import org.scholion.library.online.ReferenceCheck.Part;
import org.scholion.library.online.ReferenceCheck.Verdict;
import org.scholion.library.online.WorkNotice;

class CheckLineTest {

    private static final Reference TIDE =
            new Reference.Builder("brook19").title("Tides of moons").year(2019).doi("10.5555/tide.1").build();
    private static final LibraryException SILENT = new LibraryException("arXiv took too long");

    private static CheckLine line(Verdict verdict, Difference... differences) {
        Optional<Match> match = verdict == Verdict.NOT_FOUND || verdict == Verdict.UNKNOWN
                ? Optional.empty()
                : Optional.of(new Match(OnlineSource.CROSSREF, TIDE));
        return CheckLine.of(TIDE, new ReferenceCheck(verdict, 1, match, List.of(differences), List.of()));
    }

    @Test
    void whatIsThereIsGood() {
        CheckLine line = line(Verdict.EXISTS);

        assertEquals(CheckLine.State.GOOD, line.state());
        assertEquals("Found in Crossref", line.result());
        assertEquals("", line.details());
        assertEquals("brook19 \u00b7 Tides of moons: Found in Crossref https://doi.org/10.5555/tide.1", line.text());
    }

    @Test
    void whatDiffersIsSaid() {
        CheckLine line = line(Verdict.EXISTS, new Difference(Part.YEAR, "2018", "2019"), new Difference(Part.DOI, "10.1/x", ""));

        assertEquals(CheckLine.State.DOUBTFUL, line.state());
        assertEquals("Found in Crossref, but something differs", line.result());
        assertEquals("year: \u201c2018\u201d, there \u201c2019\u201d; DOI \u201c10.1/x\u201d is not known", line.details());
    }

    @Test
    void somethingLikeItIsNamed() {
        CheckLine line = line(Verdict.SIMILAR);

        assertEquals(CheckLine.State.DOUBTFUL, line.state());
        assertEquals("Crossref has something like it: \u201cTides of moons\u201d", line.result());
    }

    @Test
    void whatIsNotThereIsBadAndWhatNobodySaysIsUnknown() {
        assertEquals(CheckLine.State.BAD, line(Verdict.NOT_FOUND).state());
        assertEquals(CheckLine.State.UNKNOWN, line(Verdict.UNKNOWN).state());
        CheckLine failed = CheckLine.failed(TIDE, SILENT);
        assertEquals(CheckLine.State.UNKNOWN, failed.state());
        assertEquals("arXiv took too long", failed.details());
    }

    @Test
    void aRetractionStandsFirstWithItsNotice() {
        WorkNotice retraction = new WorkNotice(OnlineSource.CROSSREF, WorkNotice.Kind.RETRACTED, "10.5555/notice.9", "2021-05-06");
        WorkNotice erratum = new WorkNotice(OnlineSource.PUBMED, WorkNotice.Kind.CORRECTED, "", "");

        CheckLine line = CheckLine.of(TIDE, new OnlineAnswer<>(List.of(retraction, retraction, erratum), List.of(SILENT)));

        assertEquals(CheckLine.State.BAD, line.state());
        assertEquals("Retracted on 2021-05-06 (Crossref, notice 10.5555/notice.9)", line.result());
        assertEquals("Corrected (PubMed); arXiv took too long", line.details());
        assertEquals("10.5555/notice.9", line.doi());
    }

    @Test
    void withoutANoticeNothingIsKnown() {
        CheckLine line = CheckLine.of(TIDE, new OnlineAnswer<>(List.of(), List.of()));

        assertEquals(CheckLine.State.GOOD, line.state());
        assertEquals("No retraction or correction is known", line.result());
        CheckLine partly = CheckLine.of(TIDE, new OnlineAnswer<>(List.of(), List.of(SILENT)));
        assertEquals(CheckLine.State.UNKNOWN, partly.state());
        assertTrue(partly.details().contains("arXiv"), partly.details());
    }
}
