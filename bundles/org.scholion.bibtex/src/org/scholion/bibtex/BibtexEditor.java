package org.scholion.bibtex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexField.Part.Kind;
import org.scholion.bibtex.internal.EntryPlaces;
import org.scholion.bibtex.internal.FieldPlaces;
import org.scholion.bibtex.internal.KeyLists;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/**
 * Makes the edits of a file's text that change one thing and leave the rest as it stands, in the way in which the file is written.
 *
 * <p>All edits speak of {@link BibtexFile#text()}; those of one call can be made together. For those of several calls parse the
 * changed text in between. Immutable; thread-safe.
 */
public final class BibtexEditor {

    /** Fields whose values are keys of other entries. */
    private static final Set<String> KEY_FIELDS = Set.of("crossref", "xref", "xdata", "entryset", "related");

    private final BibtexFile file;
    private final BibtexHabits habits;

    public BibtexEditor(BibtexFile file) {
        this(file, BibtexHabits.of(file));
    }

    /** An editor that writes in another way than the file. */
    public BibtexEditor(BibtexFile file, BibtexHabits habits) {
        this.file = file;
        this.habits = habits;
    }

    /**
     * Where another entry names this one.
     *
     * @param entry the other one
     * @param field such as {@code crossref}
     * @param range of the key in the field's value
     */
    public record KeyUse(Entry entry, BibtexField field, TextRange range) {}

    public BibtexHabits habits() {
        return habits;
    }

    /** Whether a text can be a key for BibTeX, Biber and LaTeX. */
    public static boolean isKey(String key) {
        return !key.isEmpty() && key.chars()
                .noneMatch(c -> c <= ' ' || c == 127 || Character.isWhitespace(c) || "{}()\"#%,=\\~@'".indexOf(c) >= 0);
    }

    /** Whether a value can be written: its braces balance, and what stands as it is is one value. */
    public static boolean isValue(BibtexValue value) {
        return value.asWritten()
                ? isWhole("@a{k,\nx = " + value.text() + "\n}", null)
                : isWhole("@a{k, x = {" + safe(value.text()) + "}}", safe(value.text()));
    }

    /**
     * Adds an entry: where the keys are sorted at its place, else behind the last one.
     *
     * @throws IllegalArgumentException when its key, type, a name or a value cannot be written
     */
    public TextEdit add(NewEntry entry) {
        return new EntryPlaces(file, habits).add(entry.key(), written(entry));
    }

    /** The text of an entry as this file would have it, without white space around it. */
    public String written(NewEntry entry) {
        check(isKey(entry.key()), "key", entry.key());
        check(isType(entry.type()), "type", entry.type());
        StringBuilder out = new StringBuilder("@").append(habits.typeCase().of(entry.type())).append('{').append(entry.key()).append(',');
        List<String> names = FieldPlaces.inOrder(List.copyOf(entry.fields().keySet()), habits.fieldOrder());
        FieldLayout layout = habits.layout();
        for (int i = 0; i < names.size(); i++) {
            BibtexValue value = entry.fields().get(names.get(i));
            if (value != null) {
                out.append(layout.lead(names.get(i))).append(field(layout, names.get(i), delimited(value, null)));
                out.append(i + 1 < names.size() || layout.trailingComma() ? "," : "");
            }
        }
        out.append(layout.beforeClose()).append('}');
        return lines(out.toString());
    }

    /**
     * Gives a field a value. One that is there keeps its delimiters and place; a new one stands where the file mostly has it.
     *
     * @throws IllegalArgumentException when the name or the value cannot be written
     */
    public List<TextEdit> set(Entry entry, String name, BibtexValue value) {
        check(isFieldName(name), "field", name);
        Optional<BibtexField> present = entry.field(name);
        if (present.isPresent()) {
            return List.of(new TextEdit(present.get().valueRange(), delimited(value, present.get())));
        }
        FieldPlaces places = new FieldPlaces(file.text(), entry);
        FieldLayout layout = places.layout(habits.layout());
        return List.of(places.insert(layout, name, lines(layout.lead(name) + field(layout, name, delimited(value, null))), habits));
    }

    /** Takes a field away, each time it stands there; nothing where it does not. */
    public List<TextEdit> remove(Entry entry, String name) {
        return new FieldPlaces(file.text(), entry).remove(name);
    }

    /** Gives a field another name; aligned values stay in their column where that is possible. */
    public List<TextEdit> rename(Entry entry, String from, String to) {
        check(isFieldName(to), "field", to);
        List<TextEdit> edits = new ArrayList<>();
        for (BibtexField field : entry.fields()) {
            if (field.name().equalsIgnoreCase(from)) {
                edits.add(new FieldPlaces(file.text(), entry).rename(field, habits.nameCase().of(to), habits.layout()));
            }
        }
        return edits;
    }

    /** Changes the type. */
    public TextEdit changeType(Entry entry, String type) {
        check(isType(type), "type", type);
        return new TextEdit(entry.typeRange(), habits.typeCase().of(type));
    }

    /** Changes the key of this entry, or gives it one; see {@link #uses} for those that name it. */
    public TextEdit changeKey(Entry entry, String key) {
        check(isKey(key), "key", key);
        boolean comma = !entry.key().isEmpty() || new FieldPlaces(file.text(), entry).commaBehind(entry.keyRange().end()) >= 0;
        return new TextEdit(entry.keyRange(), comma ? key : key + ", ");
    }

    /**
     * Changes the keys of several entries, or gives them one, and what other entries say in {@code crossref}, {@code xref},
     * {@code xdata}, {@code entryset} and {@code related}. Of entries with the same key the first one is meant there.
     *
     * @param keys the new keys
     * @throws IllegalArgumentException when one cannot be a key
     */
    public List<TextEdit> changeKeys(Map<Entry, String> keys) {
        Map<String, String> renamed = new HashMap<>();
        List<TextEdit> edits = new ArrayList<>();
        keys.forEach((entry, key) -> {
            if (!key.equals(entry.key())) {
                edits.add(changeKey(entry, key));
                if (file.entry(entry.key()).filter(entry::equals).isPresent()) {
                    renamed.put(entry.key(), key);
                }
            }
        });
        for (Entry entry : file.entries()) {
            for (BibtexField field : entry.fields()) {
                if (KEY_FIELDS.contains(field.name())) {
                    for (TextRange range : KeyLists.places(file.text(), field)) {
                        String key = renamed.get(range.of(file.text()));
                        if (key != null) {
                            edits.add(new TextEdit(range, key));
                        }
                    }
                }
            }
        }
        edits.sort(Comparator.comparing(TextEdit::range));
        return edits;
    }

    /** Where other entries name a key: in {@code crossref}, {@code xref}, {@code xdata}, {@code entryset} and {@code related}. */
    public List<KeyUse> uses(String key) {
        List<KeyUse> uses = new ArrayList<>();
        for (Entry entry : file.entries()) {
            for (BibtexField field : entry.fields()) {
                if (KEY_FIELDS.contains(field.name())) {
                    for (TextRange range : KeyLists.places(file.text(), field, key)) {
                        uses.add(new KeyUse(entry, field, range));
                    }
                }
            }
        }
        return uses;
    }

    /** The edit that makes a use name another key. */
    public static TextEdit follow(KeyUse use, String key) {
        return new TextEdit(use.range(), key);
    }

    /** Takes an entry away, and the white space that separates it from the one before it. */
    public TextEdit delete(Entry entry) {
        return new EntryPlaces(file, habits).delete(entry);
    }

    private String field(FieldLayout layout, String name, String value) {
        return habits.nameCase().of(name) + layout.equalsSign(name) + value;
    }

    private String lines(String text) {
        return habits.lineEnd().equals("\n") ? text : text.replace("\r\n", "\n").replace("\n", habits.lineEnd());
    }

    private String delimited(BibtexValue value, @Nullable BibtexField before) {
        String text = value.text();
        if (value.asWritten()) {
            check(isValue(value), "value", text);
            return text;
        }
        Kind kind = habits.quotes() ? Kind.QUOTED : Kind.BRACED;
        boolean bare = habits.bareNumbers();
        if (before != null && before.parts().size() == 1) {
            Kind old = before.parts().getFirst().kind();
            bare = old == Kind.NUMBER || old == Kind.MACRO && bare;
            kind = old == Kind.BRACED || old == Kind.QUOTED ? old : kind;
        }
        if (bare && !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text;
        }
        String safe = safe(text);
        if (kind == Kind.QUOTED && isWhole("@a{k, x = \"" + safe + "\"}", safe)) {
            return "\"" + safe + "\"";
        }
        check(isValue(value), "value", text);
        return "{" + safe + "}";
    }

    /** A line that begins like an entry would be taken for one. */
    private static String safe(String text) {
        return text.indexOf('@') >= 0 ? text.replaceAll("[\\r\\n\\uFEFF][\\s\\uFEFF]*@", " @") : text;
    }

    /** Whether exactly one value is read. */
    private static boolean isWhole(String entry, @Nullable String value) {
        BibtexFile read = BibtexParser.parse(entry);
        if (read.elements().size() != 1 || !(read.elements().getFirst() instanceof Entry only) || !only.complete() || only.fields().size() != 1) {
            return false;
        }
        boolean broken = read.problems().stream().anyMatch(problem -> problem.kind() != BibtexProblem.Kind.UNKNOWN_MACRO);
        return !broken && (value == null || only.fields().getFirst().value().equals(value));
    }

    /** Whether a text can be the name of a field; what a broken file has for one may be none. */
    public static boolean isFieldName(String name) {
        return !name.isEmpty() && name.chars().noneMatch(c -> c <= ' ' || Character.isWhitespace(c) || "\"#%'(),={}@\\".indexOf(c) >= 0);
    }

    private static boolean isType(String type) {
        boolean special = List.of("comment", "string", "preamble").contains(type.toLowerCase(Locale.ROOT));
        return !type.isEmpty() && !special && type.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
    }

    private static void check(boolean right, String what, String text) {
        if (!right) {
            throw new IllegalArgumentException("this cannot be the " + what + " of an entry: " + text);
        }
    }
}
