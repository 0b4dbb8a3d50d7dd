package org.scholion.cli.internal.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scholion.assist.citations.CitationSupport;
import org.scholion.assist.citations.CitedSentence;
import org.scholion.cli.internal.Paper;
import org.scholion.library.Reference;

/**
 * Whether a work says what a sentence of a paper cites it for.
 *
 * @param sentence that cites it
 * @param work what the libraries know of it; empty where they know nothing
 * @param support what was found
 */
public record VerifiedCitation(Paper paper, CitedSentence sentence, Optional<Reference> work, CitationSupport support) {

    /** The verdict as scripts read it: {@code supported}, {@code contradicted}, {@code not-found}, {@code no-text}. */
    public static String word(CitationSupport.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the citation stands, as people read it. */
    public String place() {
        return paper.place(sentence.range().unit(), sentence.range().range().start());
    }

    /** The title of the work; its key where nothing else is known. */
    public String title() {
        return work.map(Reference::title).filter(title -> !title.isBlank()).orElse(sentence.key());
    }

    /** How many have the verdict. */
    public static long count(List<VerifiedCitation> citations, CitationSupport.Verdict verdict) {
        return citations.stream().filter(one -> one.support().verdict() == verdict).count();
    }
}
