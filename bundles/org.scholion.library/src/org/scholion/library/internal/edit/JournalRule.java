package org.scholion.library.internal.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexField;
import org.scholion.bibtex.PlainValue;
import org.scholion.library.edit.BibtexFinding.Severity;
import org.scholion.library.edit.BibtexRule;

/** One journal under several names. */
public final class JournalRule {

    private static final int LONGEST_SHORT = 5;

    private final CheckContext context;

    public JournalRule(CheckContext context) {
        this.context = context;
    }

    /** A way to write a journal, and the fields that write it so. */
    private record Spelling(String plain, List<String> words, List<BibtexField> fields) {}

    public void check() {
        Map<String, Spelling> spellings = new LinkedHashMap<>();
        for (Entry entry : context.file().entries()) {
            for (BibtexField field : entry.fields()) {
                if (field.name().equals("journal") || field.name().equals("journaltitle")) {
                    String plain = PlainValue.of(field.value());
                    if (!plain.isEmpty()) {
                        spellings.computeIfAbsent(plain, name -> new Spelling(name, words(name), new ArrayList<>())).fields().add(field);
                    }
                }
            }
        }
        Map<String, List<Spelling>> byInitials = new LinkedHashMap<>();
        for (Spelling spelling : spellings.values()) {
            StringBuilder initials = new StringBuilder();
            spelling.words().forEach(word -> initials.append(word.charAt(0)));
            byInitials.computeIfAbsent(initials.toString().toLowerCase(Locale.ROOT), key -> new ArrayList<>()).add(spelling);
        }
        for (List<Spelling> candidates : byInitials.values()) {
            while (!candidates.isEmpty()) {
                Spelling first = candidates.removeFirst();
                List<Spelling> same = new ArrayList<>(List.of(first));
                candidates.removeIf(other -> isSame(first.words(), other.words()) && same.add(other));
                tell(same);
            }
        }
    }

    private void tell(List<Spelling> same) {
        if (same.size() < 2) {
            return;
        }
        Spelling usual = same.getFirst();
        for (Spelling spelling : same) {
            if (spelling.fields().size() > usual.fields().size()) {
                usual = spelling;
            }
        }
        String latex = usual.fields().getFirst().value();
        for (Spelling spelling : same) {
            if (spelling != usual) {
                for (BibtexField field : spelling.fields()) {
                    context.add(BibtexRule.JOURNAL_NAME, Severity.INFO, field.valueRange(),
                            NLS.bind(Messages.check_journal, spelling.plain(), usual.plain()), Messages.check_journal_why,
                            CheckContext.replacement(field, 0, field.value().length(), latex, NLS.bind(Messages.check_replace_fix, usual.plain())));
                }
            }
        }
    }

    /** The words with the full stops that mark abbreviations, without small words. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : PlainLetters.fold(name).split("[^\\p{L}\\p{N}.]+|(?<=\\.)(?=\\p{L})")) {
            String bare = word.replace(".", "").toLowerCase(Locale.ROOT);
            if (!bare.isEmpty() && !PlainLetters.isSmall(bare) || bare.equals("a") && word.equals("A")) {
                words.add(word.endsWith(".") ? bare + "." : bare);
            }
        }
        return words;
    }

    private static boolean isSame(List<String> a, List<String> b) {
        boolean same = a.size() == b.size() && !a.isEmpty();
        boolean more = a.size() > 1;
        for (int i = 0; same && i < a.size(); i++) {
            same = isSame(a.get(i), b.get(i), more);
        }
        return same;
    }

    private static boolean isSame(String a, String b, boolean more) {
        String shortWord = a.length() <= b.length() ? a : b;
        String longWord = shortWord.equals(a) ? b : a;
        boolean marked = shortWord.endsWith(".");
        String bare = shortWord.replace(".", "");
        String whole = longWord.replace(".", "");
        if (bare.equals(whole)) {
            return true;
        }
        boolean abbreviates = marked || bare.length() > 1 && bare.length() <= LONGEST_SHORT && more || bare.equals("j");
        return abbreviates && bare.length() < whole.length() && (whole.startsWith(bare) || isContraction(bare, whole));
    }

    /** {@code natl} of {@code national}: its letters in that order. */
    private static boolean isContraction(String bare, String whole) {
        int at = 0;
        for (int i = 0; i < whole.length() && at < bare.length(); i++) {
            at += whole.charAt(i) == bare.charAt(at) ? 1 : 0;
        }
        return at == bare.length() && bare.length() > 2 && bare.charAt(0) == whole.charAt(0);
    }
}
