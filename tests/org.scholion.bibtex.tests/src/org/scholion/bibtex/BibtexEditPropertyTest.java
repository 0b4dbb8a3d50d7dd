package org.scholion.bibtex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scholion.bibtex.BibtexElement.Between;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;

/** Edits change what they are meant to and nothing else, and the way back leads to the first text. */
class BibtexEditPropertyTest {

    private static final long SEED = Long.getLong("scholion.seed", System.nanoTime());
    private static final List<String> NAMES = List.of("title", "year", "author", "doi", "note", "zzz", "crossref", "journal", "abstract");
    private static final List<String> VALUES = List.of("A {T}itle", "1999", "Knuth, D. E. and {\\'E}va", "", "x = {y}, z", "50\\% \"of\" it", "@a{b,\n@c{d,}}");

    private static final List<String> OWN = List.of(
            "@a{k1, title = {x}, year = 2000}\n@b{k2}\n@c{k3,}\n",
            "% header\n\n@a{k1,\n  title={x},  % note\n  year = \"2000\"\n}\n% trailer",
            "@string{j = {J}}\r\n\r\n@A{k1,\r\n\tTITLE\t= {x},\r\n\tJOURNAL\t= j # { B}\r\n}\r\n@b(k2, title = \"y\",)",
            "@comment{x}\n@a{k1\n , title = {x}\n , year = {1}\n }\n\n\n\n@a{k2\n , title = {x}\n }\n@comment{jabref-meta: saveActions:;}\n",
            "@a{k1,title={x}}@a{k2,title={x}}@a{k3,title={x}} @a{k4,title={x}}");

    @Test
    void ownSamples() {
        for (String text : OWN) {
            for (int round = 0; round < 40; round++) {
                check(text, new Random(SEED + round), "seed " + (SEED + round) + " in " + text);
            }
        }
    }

    @Test
    void realFiles() throws IOException {
        for (Path path : SampleFiles.bibliographies()) {
            String text = beginning(SampleFiles.read(path));
            for (int round = 0; round < 3; round++) {
                check(text, new Random(SEED + round), "seed " + (SEED + round) + " in " + path.getFileName());
            }
        }
    }

    /** As many whole elements as keep the test short. */
    private static String beginning(String text) {
        int end = 0;
        for (BibtexElement element : BibtexParser.parse(text).elements()) {
            end = element.range().start() < 40_000 ? element.range().end() : end;
        }
        return text.substring(0, end);
    }

    private static void check(String text, Random random, String name) {
        BibtexFile file = BibtexParser.parse(text);
        BibtexEditor editor = new BibtexEditor(file);
        List<Entry> whole = file.entries().stream().filter(e -> e.complete() && !e.key().isEmpty() && alone(file, e)).toList();
        added(file, editor, name);
        if (whole.isEmpty()) {
            return;
        }
        Entry entry = whole.get(random.nextInt(whole.size()));
        String field = NAMES.get(random.nextInt(NAMES.size()));
        String value = VALUES.get(random.nextInt(VALUES.size()));
        List<TextEdit> set = editor.set(entry, field, BibtexValue.latex(value));
        BibtexFile changed = othersStay(file, set, entry, name + ": set " + field + " of " + entry.key());
        Entry now = changed.entries().get(file.entries().indexOf(entry));
        assertEquals(value.replaceAll("\n@", " @"), now.field(field).orElseThrow().value(), name);
        List<TextEdit> back = entry.field(field).isPresent()
                ? new BibtexEditor(changed).set(now, field, BibtexValue.asWritten(entry.field(field).get().valueRange().of(text)))
                : new BibtexEditor(changed).remove(now, field);
        same(text, new TextEdits(back).applyTo(changed.text()), name + ": set " + field + " of " + entry.key() + " and back");

        List<TextEdit> removal = editor.remove(entry, field);
        changed = othersStay(file, removal, entry, name + ": remove " + field + " of " + entry.key());
        now = changed.entries().get(file.entries().indexOf(entry));
        assertTrue(now.field(field).isEmpty(), name + ": remove " + field);
        assertEquals(entry.fields().stream().filter(f -> !f.name().equals(field)).map(BibtexField::value).toList(),
                now.fields().stream().map(BibtexField::value).toList(), name + ": remove " + field + " of " + entry.key());

        List<TextEdit> rename = editor.rename(entry, field, "renamed");
        othersStay(file, rename, entry, name + ": rename");
        changed = othersStay(file, List.of(editor.changeKey(entry, "another")), entry, name + ": key");
        now = changed.entries().get(file.entries().indexOf(entry));
        same(text, new TextEdits(List.of(new BibtexEditor(changed).changeKey(now, entry.key()))).applyTo(changed.text()), name + ": key");
        deleted(file, editor, entry, name);
    }

    /** Whether what was read is all of it: no fields behind its end, no other entry of the same place. */
    private static boolean alone(BibtexFile file, Entry entry) {
        return file.problems().stream().noneMatch(p -> p.range().start() >= entry.range().start() && p.range().start() <= entry.range().end() + 200)
                && entry.fields().stream().map(BibtexField::name).distinct().count() == entry.fields().size()
                && BibtexEditor.isKey(entry.key());
    }

    private static BibtexFile othersStay(BibtexFile file, List<TextEdit> edits, Entry entry, String name) {
        BibtexFile changed = BibtexParser.parse(new TextEdits(edits).applyTo(file.text()));
        List<String> before = elements(file);
        List<String> after = elements(changed);
        assertEquals(before.size(), after.size(), name);
        int index = file.elements().indexOf(entry);
        before.remove(index);
        after.remove(index);
        assertEquals(before, after, name);
        return changed;
    }

    private static void added(BibtexFile file, BibtexEditor editor, String name) {
        Map<String, BibtexValue> fields = new LinkedHashMap<>();
        fields.put("author", BibtexValue.latex("New, Nora"));
        fields.put("title", BibtexValue.latex("{N}ew"));
        fields.put("year", BibtexValue.latex("2001"));
        TextEdit add = editor.add(new NewEntry("article", "new_key", fields));
        BibtexFile changed = BibtexParser.parse(new TextEdits(List.of(add)).applyTo(file.text()));
        Entry entry = changed.entry("new_key").orElseThrow(() -> new AssertionError(name + ": not there\n" + add));
        assertEquals("2001", entry.field("year").orElseThrow().value(), name);
        assertEquals(parts(file), parts(changed).stream().filter(part -> !part.equals(entry.range().of(changed.text()))).toList(), name);
        same(file.text(), new TextEdits(List.of(new BibtexEditor(changed).delete(entry))).applyTo(changed.text()), name + ": add and delete");
    }

    private static void deleted(BibtexFile file, BibtexEditor editor, Entry entry, String name) {
        BibtexFile changed = BibtexParser.parse(new TextEdits(List.of(editor.delete(entry))).applyTo(file.text()));
        List<String> before = parts(file);
        before.remove(file.elements().stream().filter(e -> !(e instanceof Between)).toList().indexOf(entry));
        assertEquals(before, parts(changed), name + ": delete " + entry.key());
        assertEquals(file.text().replaceAll("\\s", "").length() - entry.range().of(file.text()).replaceAll("\\s", "").length(),
                changed.text().replaceAll("\\s", "").length(), name + ": delete " + entry.key());
    }

    /** Whole files would hide where they differ. */
    private static void same(String expected, String actual, String name) {
        TextEdit difference = new TextEdit(new TextRange(0, expected.length()), actual).minimal(expected);
        assertEquals(difference.range().of(expected), difference.replacement(), name + " at " + difference.range());
    }

    private static List<String> elements(BibtexFile file) {
        return new ArrayList<>(file.elements().stream().map(element -> element.range().of(file.text())).toList());
    }

    private static List<String> parts(BibtexFile file) {
        return new ArrayList<>(file.elements().stream().filter(e -> !(e instanceof Between)).map(element -> element.range().of(file.text())).toList());
    }
}
