package org.scholion.assist.citations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.text.TextRange;

/**
 * What a paper says with a citation.
 *
 * @param text the sentence, plain, without citations
 * @param key of the work that it cites
 * @param range the citation
 */
public record CitedSentence(String text, String key, SourceRange range) {

    private static final String ALL = "*";

    /** All of a paper, in the order of its citations; a citation of several works once for each. Those outside of sentences are left out. */
    public static List<CitedSentence> of(Manuscript manuscript) {
        List<CitedSentence> sentences = new ArrayList<>();
        manuscript.structure().citations().forEach(citation -> sentences.addAll(of(manuscript, citation)));
        return sentences;
    }

    /** Those of the citation that covers a place, or ends there. */
    public static List<CitedSentence> at(Manuscript manuscript, SourceUnit unit, int offset) {
        for (Citation citation : manuscript.structure().citations()) {
            TextRange range = citation.range().range();
            if (citation.printed() && citation.range().unit().equals(unit) && range.start() <= offset && offset <= range.end()) {
                return of(manuscript, citation);
            }
        }
        return List.of();
    }

    /** The whole sentence of a place. */
    public static String plain(CitationPlace place) {
        return (place.before() + " " + place.after()).strip().replaceAll(" (?=[.,;:!?])", "");
    }

    private static List<CitedSentence> of(Manuscript manuscript, Citation citation) {
        if (!citation.printed()) {
            return List.of();
        }
        SourceRange range = citation.range();
        Optional<String> text = CitationPlaces.at(manuscript, range.unit(), range.range().start())
                .map(CitedSentence::plain)
                .filter(sentence -> sentence.chars().anyMatch(Character::isLetter));
        return text.stream()
                .flatMap(sentence -> citation.keys().stream()
                        .map(Citation.Key::name)
                        .filter(key -> !key.equals(ALL))
                        .distinct()
                        .map(key -> new CitedSentence(sentence, key, range)))
                .toList();
    }
}
