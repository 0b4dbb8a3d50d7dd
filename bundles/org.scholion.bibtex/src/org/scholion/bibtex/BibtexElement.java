package org.scholion.bibtex;

import java.util.List;
import java.util.Optional;
import org.scholion.text.TextRange;

/** A part of a file. The elements of a file follow each other without gaps. */
public sealed interface BibtexElement {

    /** From the {@code @} to behind the closing delimiter; of {@link Between} the whole text. */
    TextRange range();

    /**
     * An entry.
     *
     * @param type in lower case, such as {@code article}
     * @param typeRange of the type, without the {@code @}
     * @param key the citation key; empty where it is missing
     * @param keyRange of the key; empty where it is missing
     * @param fields in the order of the file; a name that stands twice is here twice
     * @param range the whole entry, as far as it could be read
     * @param complete whether it was read up to its closing delimiter, which is then the last unit of the range
     */
    record Entry(
            String type,
            TextRange typeRange,
            String key,
            TextRange keyRange,
            List<BibtexField> fields,
            TextRange range,
            boolean complete)
            implements BibtexElement {
        public Entry {
            fields = List.copyOf(fields);
        }

        /** The first field of that name, which stands for all, as in BibTeX. */
        public Optional<BibtexField> field(String name) {
            for (BibtexField field : fields) {
                if (field.name().equalsIgnoreCase(name)) {
                    return Optional.of(field);
                }
            }
            return Optional.empty();
        }
    }

    /** {@code @string{name = value}}: the field holds the macro's name and value. */
    record StringMacro(BibtexField definition, TextRange range) implements BibtexElement {}

    /** {@code @preamble{value}}; the field has no name. */
    record Preamble(BibtexField content, TextRange range) implements BibtexElement {}

    /** {@code @comment{…}} or {@code @comment} up to the end of the line; {@code content} is what stands inside. */
    record Comment(TextRange content, TextRange range) implements BibtexElement {}

    /** Text between the others: white space, comments, and what could not be read. */
    record Between(TextRange range) implements BibtexElement {}
}
