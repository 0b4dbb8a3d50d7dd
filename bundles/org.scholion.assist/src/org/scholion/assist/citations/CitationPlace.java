package org.scholion.assist.citations;

import java.util.List;

/**
 * A place in a sentence where a citation may stand. Texts are plain; formulas, references and other citations are left out.
 *
 * @param before the sentence up to the place; empty at its beginning
 * @param after the sentence behind the place
 * @param previous the sentence before; empty at the start of a paragraph
 * @param paperTitle empty where unknown
 * @param earlier the keys of each citation before the place, in the order of the paper
 * @param here the keys that stand in the citation already
 */
public record CitationPlace(
        String before, String after, String previous, String paperTitle, List<List<String>> earlier, List<String> here) {

    public CitationPlace {
        earlier = earlier.stream().map(List::copyOf).toList();
        here = List.copyOf(here);
    }
}
