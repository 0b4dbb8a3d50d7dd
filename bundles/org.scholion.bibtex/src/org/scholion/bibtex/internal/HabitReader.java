package org.scholion.bibtex.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.scholion.bibtex.BibtexElement;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexField;
import org.scholion.bibtex.BibtexField.Part.Kind;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexFlavour;
import org.scholion.bibtex.BibtexHabits;
import org.scholion.bibtex.BibtexHabits.LetterCase;
import org.scholion.bibtex.BibtexHabits.Sorted;
import org.scholion.bibtex.LatexValue.Accents;
import org.scholion.bibtex.LatexValue.Protection;
import org.scholion.bibtex.PlainValue;

/** Counts how a file is written. */
public final class HabitReader {

    /** So many entries show the habits of any file. */
    private static final int SAMPLE = 400;

    private static final Pattern GROUPED = Pattern.compile("\\{\\\\(?:[`'^\"~=.](?:\\\\?[a-zA-Z])|[uvHckrbd] \\\\?[a-zA-Z])\\}");
    private static final Pattern BRACED = Pattern.compile("(?<!\\{)\\\\(?:[`'^\"~=.]|[uvHckrbd])\\{\\\\?[a-zA-Z]\\}");
    private static final Pattern NESTED = Pattern.compile("\\{\\\\(?:[`'^\"~=.]|[uvHckrbd])\\{\\\\?[a-zA-Z]\\}\\}");
    private static final Pattern PROTECTED = Pattern.compile("\\{[^{}\\\\]*\\p{Lu}[^{}]*\\}");

    private static final Set<String> BIBLATEX_FIELDS =
            Set.of("journaltitle", "date", "location", "eprinttype", "langid", "maintitle", "eventtitle", "eprintclass", "shortjournal");
    private static final Set<String> BIBLATEX_TYPES = Set.of(
            "online", "thesis", "report", "mvbook", "collection", "inreference", "software", "dataset", "mvcollection", "reference", "xdata", "set");
    private static final Set<String> BIBTEX_FIELDS = Set.of("journal", "year", "address", "school", "archiveprefix");
    private static final Set<String> BIBTEX_TYPES = Set.of("phdthesis", "mastersthesis", "techreport", "conference");

    private final BibtexFile file;
    private final String text;
    private final List<Entry> entries;

    public HabitReader(BibtexFile file) {
        this.file = file;
        text = file.text();
        List<Entry> whole = file.entries().stream().filter(Entry::complete).toList();
        int step = Math.max(1, whole.size() / SAMPLE);
        List<Entry> sample = new ArrayList<>();
        for (int i = 0; i < whole.size(); i += step) {
            sample.add(whole.get(i));
        }
        entries = sample;
    }

    public BibtexHabits read() {
        Counter<Boolean> quotes = new Counter<>();
        Counter<Boolean> numbers = new Counter<>();
        Counter<Boolean> months = new Counter<>();
        Counter<LetterCase> typeCases = new Counter<>();
        Counter<LetterCase> nameCases = new Counter<>();
        for (Entry entry : entries) {
            typeCases.add(letterCase(entry.typeRange().of(text)));
            for (BibtexField field : entry.fields()) {
                nameCases.add(letterCase(field.nameRange().of(text)));
                Kind kind = field.parts().getFirst().kind();
                boolean number = !field.value().isEmpty() && field.value().chars().allMatch(Character::isDigit);
                if (number) {
                    numbers.add(kind == Kind.NUMBER);
                } else if (field.name().equals("month")) {
                    months.add(kind == Kind.MACRO);
                } else if (kind == Kind.BRACED || kind == Kind.QUOTED) {
                    quotes.add(kind == Kind.QUOTED);
                }
            }
        }
        BibtexFlavour flavour = flavour();
        return new BibtexHabits(
                flavour,
                text.contains("\r\n") ? "\r\n" : "\n",
                emptyLines(),
                LayoutReader.layout(text, entries),
                typeCases.most(LetterCase.LOWER),
                nameCases.most(LetterCase.LOWER),
                quotes.most(false),
                numbers.most(false),
                months.most(true),
                accents(flavour),
                protection(),
                fieldOrder(),
                sorted());
    }

    private static LetterCase letterCase(String name) {
        if (name.equals(LetterCase.LOWER.of(name))) {
            return LetterCase.LOWER;
        }
        return name.length() > 1 && name.equals(LetterCase.UPPER.of(name)) ? LetterCase.UPPER : LetterCase.CAPITALIZED;
    }

    private BibtexFlavour flavour() {
        int biblatex = 0;
        int bibtex = 0;
        for (BibtexElement element : file.elements()) {
            if (element instanceof BibtexElement.Comment comment) {
                String content = comment.content().of(text);
                if (content.startsWith("jabref-meta:") && content.contains("databaseType:")) {
                    return content.contains("biblatex") ? BibtexFlavour.BIBLATEX : BibtexFlavour.BIBTEX;
                }
            }
        }
        for (Entry entry : entries) {
            biblatex += BIBLATEX_TYPES.contains(entry.type()) ? 1 : 0;
            bibtex += BIBTEX_TYPES.contains(entry.type()) ? 1 : 0;
            for (BibtexField field : entry.fields()) {
                biblatex += BIBLATEX_FIELDS.contains(field.name()) ? 1 : 0;
                bibtex += BIBTEX_FIELDS.contains(field.name()) ? 1 : 0;
            }
        }
        return biblatex > bibtex ? BibtexFlavour.BIBLATEX : BibtexFlavour.BIBTEX;
    }

    private int emptyLines() {
        Counter<Integer> counts = new Counter<>();
        List<BibtexElement> elements = file.elements();
        for (int i = 1; i + 1 < elements.size(); i++) {
            if (elements.get(i) instanceof BibtexElement.Between between && elements.get(i - 1) instanceof Entry && elements.get(i + 1) instanceof Entry) {
                String gap = between.range().of(text);
                if (gap.isBlank()) {
                    counts.add(Math.max(0, (int) gap.chars().filter(c -> c == '\n').count() - 1));
                }
            }
        }
        return counts.most(1);
    }

    private Accents accents(BibtexFlavour flavour) {
        Counter<Accents> counts = new Counter<>();
        for (Entry entry : entries) {
            for (BibtexField field : entry.fields()) {
                if (Set.of("abstract", "file", "keywords", "note", "annote").contains(field.name())) {
                    continue;
                }
                String value = field.value();
                if (value.chars().anyMatch(c -> c > 127 && Character.isLetter(c))) {
                    counts.add(Accents.UNICODE);
                }
                if (value.indexOf('\\') >= 0) {
                    count(counts, Accents.GROUPED, GROUPED, value);
                    count(counts, Accents.BRACED, BRACED, value);
                    count(counts, Accents.NESTED, NESTED, value);
                }
            }
        }
        return counts.most(flavour == BibtexFlavour.BIBLATEX ? Accents.UNICODE : Accents.GROUPED);
    }

    private static void count(Counter<Accents> counts, Accents accents, Pattern pattern, String value) {
        if (pattern.matcher(value).find()) {
            counts.add(accents);
        }
    }

    private Protection protection() {
        int titles = 0;
        int whole = 0;
        int words = 0;
        int bare = 0;
        for (Entry entry : entries) {
            Optional<BibtexField> title = entry.field("title");
            if (title.isEmpty()) {
                continue;
            }
            titles++;
            String value = title.get().value().strip();
            if (value.startsWith("{") && value.endsWith("}") && value.indexOf('}') == value.length() - 1) {
                whole++;
            } else if (PROTECTED.matcher(value).find()) {
                words++;
            } else if (hasAcronym(value)) {
                bare++;
            }
        }
        if (titles > 2 && whole * 2 > titles) {
            return Protection.WHOLE;
        }
        return words < bare || titles > 20 && words * 50 < titles ? Protection.NONE : Protection.ACRONYMS;
    }

    private static boolean hasAcronym(String value) {
        String plain = PlainValue.of(value);
        if (TitleCase.isCapitals(plain)) {
            return false;
        }
        for (String word : plain.split("\\s+")) {
            if (TitleCase.needsProtection(word)) {
                return true;
            }
        }
        return false;
    }

    /** Names by their mean place in the entries; nothing where the places of most differ widely. */
    private List<String> fieldOrder() {
        Map<String, double[]> places = new HashMap<>();
        int longEntries = 0;
        for (Entry entry : entries) {
            int last = entry.fields().size() - 1;
            if (last < 2) {
                continue;
            }
            longEntries++;
            for (int i = 0; i <= last; i++) {
                double[] place = places.computeIfAbsent(entry.fields().get(i).name(), name -> new double[2]);
                place[0] += (double) i / last;
                place[1]++;
            }
        }
        if (longEntries < 3) {
            return List.of();
        }
        return places.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, double[]> e) -> e.getValue()[0] / e.getValue()[1])
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Sorted sorted() {
        List<Entry> all = file.entries();
        if (all.size() < 4) {
            return Sorted.NO;
        }
        boolean exact = true;
        boolean ignoring = true;
        for (int i = 1; i < all.size(); i++) {
            exact &= all.get(i - 1).key().compareTo(all.get(i).key()) <= 0;
            ignoring &= all.get(i - 1).key().compareToIgnoreCase(all.get(i).key()) <= 0;
        }
        return ignoring ? Sorted.BY_KEY_IGNORING_CASE : exact ? Sorted.BY_KEY : Sorted.NO;
    }
}
