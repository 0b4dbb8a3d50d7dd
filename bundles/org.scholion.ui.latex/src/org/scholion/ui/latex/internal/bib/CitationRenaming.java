package org.scholion.ui.latex.internal.bib;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.Structure.Citation;

/**
 * The citations of papers that must name other keys.
 *
 * @param places by file
 */
public record CitationRenaming(Map<Path, List<Place>> places) {

    public CitationRenaming {
        places = Map.copyOf(places);
    }

    /** A key in a citation, where it stands in {@code manuscript}, and the one that takes its place. */
    public record Place(Manuscript manuscript, SourceRange range, String key, String replacement) {}

    /** @param renamed the old keys and the new ones */
    public static CitationRenaming of(List<Manuscript> papers, Map<String, String> renamed) {
        Map<Path, List<Place>> places = new LinkedHashMap<>();
        for (Manuscript paper : papers) {
            for (Citation citation : paper.structure().citations()) {
                for (Citation.Key key : citation.keys()) {
                    String replacement = renamed.get(key.name());
                    if (replacement != null) {
                        List<Place> ofFile = places.computeIfAbsent(key.range().unit().path(), path -> new ArrayList<>());
                        if (ofFile.stream().noneMatch(place -> place.range().equals(key.range()))) {
                            ofFile.add(new Place(paper, key.range(), key.name(), replacement));
                        }
                    }
                }
            }
        }
        return new CitationRenaming(places);
    }

    /** How many keys change. */
    public int count() {
        return places.values().stream().mapToInt(List::size).sum();
    }
}
