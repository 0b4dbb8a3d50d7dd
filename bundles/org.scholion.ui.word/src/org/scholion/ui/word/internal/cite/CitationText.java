package org.scholion.ui.word.internal.cite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.library.Reference;
import org.scholion.library.style.CslData;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.NewCitation;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.ui.citation.CitableWork;

/**
 * How a document writes citations: numbers in brackets where most of its citations are, else authors and years. Word or the reference manager
 * writes them anew when it updates its fields.
 */
@NonNullByDefault
final class CitationText {

    private static final Pattern NUMBERS = Pattern.compile("([\\[(]?)\\d+(?:[\\s,;\u2013-]+\\d+)*([\\])]?)");

    private final Set<String> cited = new LinkedHashSet<>();
    private final Optional<Matcher> numbers;

    CitationText(Manuscript paper) {
        for (Citation citation : paper.structure().citations()) {
            citation.keys().forEach(key -> cited.add(key.name()));
        }
        List<String> shown = new ArrayList<>();
        for (Block block : paper.blocks()) {
            block.prose().placeholders().stream()
                    .filter(placeholder -> placeholder.kind() == PlaceholderKind.CITATION)
                    .map(Placeholder::display)
                    .forEach(shown::add);
        }
        List<Matcher> numeric = shown.stream().map(String::strip).map(NUMBERS::matcher).filter(Matcher::matches).toList();
        numbers = numeric.size() * 2 > shown.size() ? numeric.stream().findFirst() : Optional.empty();
    }

    /** A citation of works. */
    NewCitation of(List<CitableWork> works) {
        List<NewCitation.Work> data = works.stream()
                .map(work -> new NewCitation.Work(work.key(), work.reference().map(reference -> data(reference, work.key())).orElse("")))
                .toList();
        return new NewCitation(data, shown(works));
    }

    private static String data(Reference reference, String key) {
        return CslData.item(reference.change().key(key).build());
    }

    private String shown(List<CitableWork> works) {
        if (numbers.isPresent()) {
            String all = works.stream().map(work -> String.valueOf(number(work.key()))).collect(Collectors.joining(", "));
            return numbers.get().group(1) + all + numbers.get().group(2);
        }
        return "(" + works.stream().map(CitationText::authorYear).collect(Collectors.joining("; ")) + ")";
    }

    /** By the order of the first citations. */
    private int number(String key) {
        cited.add(key);
        return List.copyOf(cited).indexOf(key) + 1;
    }

    private static String authorYear(CitableWork work) {
        String who = work.authorYear();
        return who.isEmpty() ? work.title().isEmpty() ? work.key() : work.title() : who;
    }
}
