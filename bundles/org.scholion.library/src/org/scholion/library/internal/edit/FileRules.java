package org.scholion.library.internal.edit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.scholion.bibtex.BibtexElement;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexElement.StringMacro;
import org.scholion.bibtex.BibtexField;
import org.scholion.bibtex.BibtexField.Part.Kind;
import org.scholion.library.edit.BibtexFinding.Replacement;
import org.scholion.library.edit.BibtexFinding.Severity;
import org.scholion.library.edit.BibtexRule;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/** What several entries together make wrong. */
public final class FileRules {

    /** A file with more unused macros than this keeps a collection of them. */
    private static final int COLLECTION = 8;

    /** Fields of programs and notes: nobody misses a second one. */
    private static final Set<String> UNPRINTED = Set.of("keywords", "keyword", "file", "comment", "annote", "tags", "groups", "owner", "timestamp");

    private final CheckContext context;
    private final String text;

    public FileRules(CheckContext context) {
        this.context = context;
        text = context.file().text();
    }

    public void check() {
        keys();
        for (Entry entry : context.file().entries()) {
            fields(entry);
            references(entry);
        }
        strings();
    }

    private void keys() {
        Map<String, Entry> seen = new HashMap<>();
        for (Entry entry : context.file().entries()) {
            String key = context.biblatex() ? entry.key() : entry.key().toLowerCase(Locale.ROOT);
            if (key.isEmpty()) {
                continue;
            }
            Entry first = seen.putIfAbsent(key, entry);
            if (first != null) {
                context.add(BibtexRule.DUPLICATE_KEY, Severity.ERROR, entry.keyRange(), NLS.bind(Messages.check_key, entry.key()), Messages.check_key_why);
            }
        }
    }

    private void fields(Entry entry) {
        Map<String, BibtexField> seen = new HashMap<>();
        for (BibtexField field : entry.fields()) {
            BibtexField first = seen.putIfAbsent(field.name(), field);
            if (first == null || UNPRINTED.contains(field.name()) || field.name().indexOf('_') >= 0 || field.name().indexOf('-') >= 0) {
                continue;
            }
            boolean same = first.value().equals(field.value());
            List<Replacement> replacements = List.of();
            int end = field.range().end();
            int comma = text.indexOf(',', end);
            if (same && comma >= 0 && text.substring(end, comma).isBlank()) {
                int start = field.nameRange().start();
                while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
                    start--;
                }
                boolean plain = text.charAt(start - 1) == ',';
                replacements = List.of(new Replacement(Messages.check_remove_fix,
                        List.of(new TextEdit(new TextRange(plain ? start : field.nameRange().start(), comma + 1), ""))));
            }
            context.add(BibtexRule.DUPLICATE_FIELD, same ? Severity.INFO : Severity.WARNING, field.nameRange(),
                    NLS.bind(Messages.check_field, field.name(), entry.key()), Messages.check_field_why, replacements);
        }
    }

    private void references(Entry entry) {
        for (String name : List.of("crossref", "xdata", "entryset")) {
            entry.field(name).ifPresent(field -> {
                for (String key : field.value().split(",")) {
                    String stripped = key.strip();
                    if (!stripped.isEmpty() && context.file().entry(stripped).isEmpty() && !knownIgnoringCase(stripped)) {
                        context.add(BibtexRule.UNKNOWN_KEY, Severity.ERROR, field.valueRange(), NLS.bind(Messages.check_unknownKey, name, stripped),
                                Messages.check_unknownKey_why);
                    }
                }
            });
        }
    }

    private boolean knownIgnoringCase(String key) {
        return !context.biblatex() && context.file().entries().stream().anyMatch(entry -> entry.key().equalsIgnoreCase(key));
    }

    private void strings() {
        Set<String> used = new HashSet<>();
        for (BibtexElement element : context.file().elements()) {
            switch (element) {
                case Entry entry -> entry.fields().forEach(field -> use(field, used));
                case StringMacro macro -> use(macro.definition(), used);
                case BibtexElement.Preamble preamble -> use(preamble.content(), used);
                case BibtexElement.Comment comment -> {
                    // nothing is used there
                }
                case BibtexElement.Between between -> {
                    // nothing is used there
                }
            }
        }
        List<StringMacro> unused = context.file().elements().stream()
                .filter(StringMacro.class::isInstance)
                .map(StringMacro.class::cast)
                .filter(macro -> !used.contains(macro.definition().name()))
                .toList();
        if (context.file().entries().isEmpty() || unused.size() > COLLECTION) {
            return;
        }
        for (StringMacro macro : unused) {
            context.add(BibtexRule.UNUSED_STRING, Severity.INFO, macro.definition().nameRange(),
                    NLS.bind(Messages.check_string, macro.definition().name()), Messages.check_string_why);
        }
    }

    private void use(BibtexField field, Set<String> used) {
        for (BibtexField.Part part : field.parts()) {
            if (part.kind() == Kind.MACRO) {
                used.add(part.range().of(text).toLowerCase(Locale.ROOT));
            }
        }
    }
}
