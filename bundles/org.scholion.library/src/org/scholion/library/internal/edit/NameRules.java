package org.scholion.library.internal.edit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexField;
import org.scholion.bibtex.BibtexName;
import org.scholion.bibtex.BibtexNames;
import org.scholion.library.edit.BibtexFinding.Severity;
import org.scholion.library.edit.BibtexRule;

/** Lists of names that BibTeX will read otherwise than they were meant. */
public final class NameRules {

    private static final Pattern ET_AL = Pattern.compile("(?i)[,\\s]*(?:\\band\\s+)?\\bet[\\s.~]*al\\b\\.?[,\\s]*");
    private static final Pattern OTHERS = Pattern.compile(
            "(?i)(?:[,\\s]+and|\\s*[,&]|\\s*\\\\&)\\s+(?:other|others\\.?|otheres|ohters|othes|many others|several others)\\s*$");
    private static final Pattern LOOSE_AND = Pattern.compile("(?i)^\\s*and\\s+|\\s+and\\s*,?\\s*$|(?<=\\s)and\\s+(?=and\\s)");
    private static final Pattern SUFFIX = Pattern.compile("(?i)\\s*\\{?(?:jr|sr|[ivx]+|\\d(?:nd|rd|th)|ph\\.?d|m\\.?d)\\.?\\}?\\s*");

    private final CheckContext context;

    public NameRules(CheckContext context) {
        this.context = context;
    }

    public void check(Entry entry) {
        for (String name : List.of("author", "editor", "translator")) {
            entry.field(name).ifPresent(this::check);
        }
    }

    private void check(BibtexField field) {
        String value = field.value();
        if (value.isBlank()) {
            return;
        }
        String open = outsideBraces(value);
        Matcher etAl = ET_AL.matcher(open);
        Matcher others = OTHERS.matcher(open);
        Matcher loose = LOOSE_AND.matcher(open);
        if (etAl.find()) {
            boolean last = etAl.end() >= open.stripTrailing().length();
            add(field, etAl.start(), etAl.end(), Messages.check_etAl, Messages.check_others_why, last ? " and others" : null);
        } else if (others.find() && !others.group().strip().equalsIgnoreCase("and others")) {
            add(field, others.start(), others.end(), Messages.check_others, Messages.check_others_why, " and others");
        } else if (loose.find()) {
            add(field, loose.start(), loose.end(), Messages.check_looseAnd, Messages.check_looseAnd_why, "");
        }
        separators(field, open);
        capitals(field);
    }

    private void separators(BibtexField field, String open) {
        int semicolon = open.indexOf(';');
        if (semicolon >= 0) {
            add(field, semicolon, semicolon + 1, Messages.check_semicolon, Messages.check_separator_why, null);
            return;
        }
        int start = 0;
        Matcher and = Pattern.compile("(?i)\\sand\\s").matcher(open);
        while (start <= open.length()) {
            boolean more = and.find(Math.max(0, start - 1)) && and.end() > start;
            int end = more ? and.start() : open.length();
            String name = open.substring(Math.min(start, end), end);
            long commas = name.chars().filter(c -> c == ',').count();
            String[] parts = name.split(",", -1);
            boolean suffix = commas == 2 && (SUFFIX.matcher(parts[1]).matches() || parts[2].isBlank() || SUFFIX.matcher(parts[2]).matches());
            if (commas > 1 && !suffix && !name.contains("=")) {
                add(field, start, end, NLS.bind(Messages.check_commas, field.value().substring(start, Math.min(end, start + 60)).strip()),
                        Messages.check_separator_why, null);
                return;
            }
            if (!more) {
                return;
            }
            start = and.end();
        }
    }

    private void capitals(BibtexField field) {
        List<BibtexName> names = BibtexNames.parse(field.value()).names();
        for (BibtexName name : names) {
            if (!name.body() && isShouted(name.family()) && name.given().length() > 1 && isShoutedGiven(name.given())) {
                add(field, 0, field.value().length(), NLS.bind(Messages.check_capitals, name.display()), Messages.check_capitals_why, null);
                return;
            }
        }
    }

    private static boolean isShouted(String text) {
        return text.codePoints().filter(Character::isUpperCase).count() > 2 && text.codePoints().noneMatch(Character::isLowerCase);
    }

    /** In capitals; initials alone say nothing. */
    private static boolean isShoutedGiven(String given) {
        for (String word : given.split("[\\s.-]+")) {
            if (word.codePoints().anyMatch(Character::isLowerCase)) {
                return false;
            }
        }
        return true;
    }

    private void add(BibtexField field, int start, int end, String message, String reason, @Nullable String replacement) {
        context.add(BibtexRule.NAME, Severity.WARNING, CheckContext.place(field, start, end), message, reason,
                replacement == null ? List.of() : CheckContext.replacement(field, start, end, replacement,
                        replacement.isEmpty() ? Messages.check_remove_fix : NLS.bind(Messages.check_replace_fix, replacement.strip())));
    }

    /** The value with what stands in braces blotted out, so that places stay. */
    private static String outsideBraces(String value) {
        StringBuilder open = new StringBuilder(value);
        int depth = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            depth = c == '}' ? Math.max(0, depth - 1) : depth;
            if (depth > 0) {
                open.setCharAt(i, 'x');
            }
            depth += c == '{' ? 1 : 0;
        }
        return open.toString();
    }
}
