package org.scholion.bibtex;

import java.util.List;
import org.scholion.bibtex.internal.NameParser;

/**
 * The names of a field such as {@code author}.
 *
 * @param names in order
 * @param others whether the list ends in {@code and others}
 */
public record BibtexNames(List<BibtexName> names, boolean others) {

    public BibtexNames {
        names = List.copyOf(names);
    }

    /** Reads a value by the rules of BibTeX, also in the form {@code family=…, given=…} of BibLaTeX. Never throws. */
    public static BibtexNames parse(String latex) {
        return new NameParser(latex).parse();
    }

    /** The names as {@code family, given}. */
    public List<String> display() {
        return names.stream().map(BibtexName::display).toList();
    }
}
