package org.scholion.library.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.scholion.bibtex.BibtexEditor;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexField;
import org.scholion.bibtex.BibtexField.Part.Kind;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexValue;
import org.scholion.bibtex.LatexValue;
import org.scholion.bibtex.PlainValue;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/**
 * How two entries of a file become one: for each field which of both values stays. The author looks it over and may choose otherwise.
 * Immutable.
 */
public final class MergeProposal {

    private static final Set<String> OF_THE_ENTRY = Set.of("crossref", "xdata", "ids", "entryset", "related");
    private static final Pattern ARCHIVE = Pattern.compile("(?i).*(?:arxiv|rxiv|preprint|corr).*");

    private final BibtexFile file;
    private final Entry kept;
    private final Entry merged;
    private final List<Field> fields;

    /** Whose value stays. */
    public enum Choice {
        KEPT,
        MERGED
    }

    /**
     * A field of the entry that is to be.
     *
     * @param name of the field
     * @param kept the LaTeX of the entry that stays; empty where it has none
     * @param merged the LaTeX of the other
     * @param choice what is proposed
     */
    public record Field(String name, Optional<String> kept, Optional<String> merged, Choice choice) {

        /** Whether both have a value and these print differently. */
        public boolean differs() {
            return kept.isPresent() && merged.isPresent() && !PlainValue.of(kept.get()).equals(PlainValue.of(merged.get()));
        }
    }

    private MergeProposal(BibtexFile file, Entry kept, Entry merged, List<Field> fields) {
        this.file = file;
        this.kept = kept;
        this.merged = merged;
        this.fields = List.copyOf(fields);
    }

    /**
     * @param kept the entry that stays, with its key and type
     * @param merged the entry that goes
     */
    public static MergeProposal of(BibtexFile file, Entry kept, Entry merged) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Entry entry : List.of(kept, merged)) {
            for (BibtexField field : entry.fields()) {
                String name = field.name();
                if (BibtexEditor.isFieldName(name) && (!OF_THE_ENTRY.contains(name) || entry == kept)) {
                    fields.computeIfAbsent(name, key -> {
                        Optional<String> mine = kept.field(key).map(BibtexField::value);
                        Optional<String> other = merged.field(key).map(BibtexField::value);
                        return new Field(key, mine, other, choice(key, mine, other));
                    });
                }
            }
        }
        return new MergeProposal(file, kept, merged, List.copyOf(fields.values()));
    }

    private static Choice choice(String name, Optional<String> kept, Optional<String> merged) {
        if (merged.isEmpty() || merged.get().isBlank()) {
            return Choice.KEPT;
        }
        if (kept.isEmpty() || kept.get().isBlank()) {
            return Choice.MERGED;
        }
        String mine = kept.get();
        String other = merged.get();
        boolean better = switch (name) {
            // full names, and all of them
            case "author", "editor", "abstract" -> PlainValue.of(other).length() > PlainValue.of(mine).length();
            case "pages" -> other.contains("-") && !mine.contains("-");
            case "journal", "journaltitle" -> ARCHIVE.matcher(mine).matches() && !ARCHIVE.matcher(other).matches();
            default -> false;
        };
        return better ? Choice.MERGED : Choice.KEPT;
    }

    /** In the order of the entry that stays, then of the other. */
    public List<Field> fields() {
        return fields;
    }

    /** This proposal with another choice for one field. */
    public MergeProposal choose(String name, Choice choice) {
        return new MergeProposal(file, kept, merged, fields.stream()
                .map(field -> field.name().equals(name) ? new Field(name, field.kept(), field.merged(), choice) : field)
                .toList());
    }

    /** The keys that documents must cite otherwise: the old one and the one that takes its place; empty where both are the same. */
    public Map<String, String> renamedKeys() {
        return merged.key().equals(kept.key()) || merged.key().isEmpty() ? Map.of() : Map.of(merged.key(), kept.key());
    }

    /** The entry that stays. */
    public Entry kept() {
        return kept;
    }

    /** The entry that goes. */
    public Entry merged() {
        return merged;
    }

    /** The edits of the file's text, to be made together: the entry that stays, the one that goes, and those that named it. */
    public List<TextEdit> edits() {
        return edits(false);
    }

    /**
     * The same.
     *
     * @param alias whether the entry that stays keeps the key of the other as one of its {@code ids}, by which BibLaTeX finds it
     */
    public List<TextEdit> edits(boolean alias) {
        BibtexEditor editor = new BibtexEditor(file);
        Map<TextRange, String> edits = new TreeMap<>();
        for (Field field : fields) {
            Optional<BibtexField> source = merged.field(field.name());
            boolean taken = field.choice() == Choice.MERGED && source.isPresent();
            if (taken && !field.merged().equals(field.kept())) {
                for (TextEdit edit : editor.set(kept, field.name(), written(source.get()))) {
                    // several new fields may have one place
                    edits.merge(edit.range(), edit.replacement(), String::concat);
                }
            } else if (field.choice() == Choice.MERGED && !taken) {
                editor.remove(kept, field.name()).forEach(edit -> edits.put(edit.range(), edit.replacement()));
            }
        }
        if (alias && !renamedKeys().isEmpty()) {
            for (TextEdit edit : editor.set(kept, "ids", BibtexValue.latex(ids()))) {
                edits.merge(edit.range(), edit.replacement(), String::concat);
            }
        }
        TextEdit deletion = editor.delete(merged);
        edits.put(deletion.range(), deletion.replacement());
        if (!renamedKeys().isEmpty()) {
            for (BibtexEditor.KeyUse use : editor.uses(merged.key())) {
                if (use.entry() != merged && !touched(edits, use.range())) {
                    edits.put(use.range(), kept.key());
                }
            }
        }
        List<TextEdit> all = new ArrayList<>();
        edits.forEach((range, text) -> all.add(new TextEdit(range, text)));
        return all;
    }

    private String ids() {
        List<String> ids = new ArrayList<>();
        kept.field("ids").ifPresent(field -> ids.add(field.value().strip()));
        ids.add(merged.key());
        merged.field("ids").ifPresent(field -> ids.add(field.value().strip()));
        return String.join(", ", ids);
    }

    private static boolean touched(Map<TextRange, String> edits, TextRange range) {
        return edits.keySet().stream().anyMatch(range::overlaps);
    }

    private BibtexValue written(BibtexField field) {
        boolean pieces = field.parts().size() > 1 || field.parts().getFirst().kind() == Kind.MACRO;
        BibtexValue whole = pieces ? BibtexValue.asWritten(field.valueRange().of(file.text())) : BibtexValue.latex(field.value());
        if (BibtexEditor.isValue(whole)) {
            return whole;
        }
        BibtexValue latex = BibtexValue.latex(field.value());
        return BibtexEditor.isValue(latex) ? latex : BibtexValue.latex(LatexValue.of(PlainValue.of(field.value()), LatexValue.Accents.UNICODE));
    }
}
