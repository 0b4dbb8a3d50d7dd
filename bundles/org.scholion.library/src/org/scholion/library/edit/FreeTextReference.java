package org.scholion.library.edit;

import java.util.List;
import java.util.Map;
import org.scholion.library.Reference;
import org.scholion.library.internal.edit.FreeTextParser;

/**
 * A reference that was read from a line of a printed bibliography.
 *
 * @param reference what was understood, with a key by {@link KeyPattern#DEFAULT}
 * @param confidence how sure each part is, 0 to 1; parts that were not found are not there
 * @param problems what the author should look at, one sentence each
 */
public record FreeTextReference(Reference reference, Map<Part, Double> confidence, List<String> problems) {

    public FreeTextReference {
        confidence = Map.copyOf(confidence);
        problems = List.copyOf(problems);
    }

    /** A part of a reference. */
    public enum Part {
        AUTHORS,
        TITLE,
        YEAR,
        VENUE,
        VOLUME,
        ISSUE,
        PAGES,
        DOI,
        EPRINT,
        URL
    }

    /**
     * Reads one reference in the style of APA, IEEE, Vancouver, Chicago, Nature, ACM or one like them. Never throws; what follows the
     * first {@value FreeTextParser#LONGEST} units is not read.
     *
     * @param text as it was pasted; line ends, and a number or label before it do not matter
     */
    public static FreeTextReference parse(String text) {
        return new FreeTextParser(text).parse();
    }
}
