package org.scholion.manuscript;

import java.util.List;
import java.util.Optional;

/**
 * What a paper defines, numbers, refers to and cites, in document order.
 *
 * @param labels places that can be referred to
 * @param references references to labels
 * @param citations citations
 * @param bibliography the entries of the paper's bibliography files that could be read, and of bibliographies in the paper itself
 * @param bibliographyFiles the bibliography files that the paper names
 * @param floats figures and tables
 * @param definitions the commands, environments, acronyms that the paper defines
 * @param inclusions files that the paper is made of
 */
public record Structure(
        List<Label> labels,
        List<CrossReference> references,
        List<Citation> citations,
        List<BibliographyEntry> bibliography,
        List<Inclusion> bibliographyFiles,
        List<FloatingObject> floats,
        List<Definition> definitions,
        List<Inclusion> inclusions) {

    /** A paper without any. */
    public static final Structure EMPTY =
            new Structure(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Structure {
        labels = List.copyOf(labels);
        references = List.copyOf(references);
        citations = List.copyOf(citations);
        bibliography = List.copyOf(bibliography);
        bibliographyFiles = List.copyOf(bibliographyFiles);
        floats = List.copyOf(floats);
        definitions = List.copyOf(definitions);
        inclusions = List.copyOf(inclusions);
    }

    /**
     * A place that can be referred to.
     *
     * @param name the key
     * @param environment what it labels: {@code figure}, {@code table}, {@code equation}, {@code section} …; empty where unknown
     * @param title the caption or heading it stands in or behind, as plain text; empty where there is none
     * @param range the key in the source
     */
    public record Label(String name, String environment, String title, SourceRange range) {}

    /** A reference; {@code range} is the key in the source, {@code command} the name without backslash. */
    public record CrossReference(String name, String command, SourceRange range) {}

    /**
     * A citation command.
     *
     * @param keys each with its place; {@code *} of {@code \nocite} included
     * @param command the name without backslash
     * @param printed whether it shows in the text ({@code \nocite} does not)
     * @param range the whole command
     */
    public record Citation(List<Key> keys, String command, boolean printed, SourceRange range) {
        public Citation {
            keys = List.copyOf(keys);
        }

        /** One key of a citation. */
        public record Key(String name, SourceRange range) {}
    }

    /**
     * An entry of a bibliography, as much as checking, completion and hovers need; plain text, markup and accents resolved.
     *
     * @param key the citation key
     * @param type in lower case, such as {@code article}
     * @param authors family names first: {@code Knuth, Donald E.}; editors where there are no authors
     * @param title empty where missing
     * @param year four digits or whatever stands there; empty where missing
     * @param venue journal, book title, publisher or school; empty where missing
     * @param range the key in the bibliography file
     */
    public record BibliographyEntry(
            String key, String type, List<String> authors, String title, String year, String venue, SourceRange range) {
        public BibliographyEntry {
            authors = List.copyOf(authors);
        }
    }

    /**
     * A figure, table, algorithm or listing that floats.
     *
     * @param environment the environment's name without a star
     * @param labels the keys of the labels inside
     * @param range the whole environment
     */
    public record FloatingObject(String environment, List<String> labels, SourceRange range) {
        public FloatingObject {
            labels = List.copyOf(labels);
        }
    }

    /**
     * A definition of the paper.
     *
     * @param kind what is defined
     * @param name of a command without backslash
     * @param expansion of an acronym the long form, of a command its body; as written
     * @param range the name in the source
     */
    public record Definition(Kind kind, String name, String expansion, SourceRange range) {
        /** What is defined. */
        public enum Kind {
            COMMAND,
            ENVIRONMENT,
            ACRONYM
        }
    }

    /** A file that is named in the source: {@code range} is the name there, {@code file} is empty where nothing was found. */
    public record Inclusion(String name, Optional<SourceUnit> file, SourceRange range) {}
}
