package org.scholion.library.internal.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.edit.DuplicateGroup.Reason;

/** A reference made ready for comparing it with many others. */
final class ComparedWork {

    private static final Pattern ARCHIVE_DOI =
            Pattern.compile("10\\.(?:48550|1101/(?:\\d{6}|20\\d\\d\\.)|26434|31234|31219|31222|2139/ssrn|20944|21203/rs|5281/zenodo).*");
    private static final Pattern ARCHIVE = Pattern.compile("(?i).*\\b(?:arxiv|[a-z]*rxiv|ssrn|preprint|zenodo|eprint|corr)\\b.*");
    private static final Pattern NUMERAL = Pattern.compile(".*\\d.*|[ivx]+");
    private static final Pattern COMMON = Pattern.compile("\\d+(?:st|nd|rd|th)?|proceedings|proc|conference|international|journal|j");
    private static final double ALIKE = 0.85;

    private final Reference reference;
    private final List<String> words;
    private final Set<String> wordSet;
    private final Set<String> numerals;
    private final List<String> venue;
    private final String author;
    private final Set<String> authors = new HashSet<>();
    private final String eprint;
    private final boolean preprint;

    /** How two works are related. */
    enum Likeness {
        NONE,
        SAME,
        OTHER_VERSION
    }

    /** The relation, and what shows it. */
    record Result(Likeness kind, Reason reason) {}

    ComparedWork(Reference reference) {
        this.reference = reference;
        words = PlainLetters.words(reference.title());
        wordSet = Set.copyOf(words);
        numerals = wordSet.stream().filter(word -> NUMERAL.matcher(word).matches()).collect(Collectors.toSet());
        venue = PlainLetters.words(reference.venue()).stream()
                .filter(word -> !PlainLetters.isSmall(word) && !COMMON.matcher(word).matches())
                .toList();
        reference.people().forEach(person -> authors.addAll(PlainLetters.words(person.family())));
        author = reference.people().isEmpty() ? "" : String.join("", PlainLetters.words(reference.people().getFirst().family()));
        String number = reference.field(WorkField.EPRINT).toLowerCase(Locale.ROOT).replaceFirst("^arxiv:", "").replaceFirst("v\\d+$", "");
        eprint = number.isEmpty() && reference.doi().startsWith("10.48550/arxiv.") ? reference.doi().substring("10.48550/arxiv.".length()) : number;
        preprint = reference.type() == WorkType.PREPRINT || ARCHIVE_DOI.matcher(reference.doi()).matches()
                || ARCHIVE.matcher(reference.venue()).matches() || reference.venue().isEmpty() && !eprint.isEmpty();
    }

    Reference reference() {
        return reference;
    }

    List<String> words() {
        return words;
    }

    List<String> blocks() {
        List<String> blocks = new ArrayList<>();
        if (!reference.doi().isEmpty()) {
            blocks.add("d" + reference.doi());
        }
        if (eprint.length() > 4) {
            blocks.add("e" + eprint);
        }
        List<String> telling = words.stream().filter(word -> !PlainLetters.isSmall(word)).limit(3).toList();
        if (telling.size() > 1) {
            blocks.add("t" + String.join(" ", telling));
        }
        if (!author.isEmpty() && reference.year().isPresent()) {
            blocks.add("a" + author + reference.year().getAsInt());
        }
        return blocks;
    }

    Result compare(ComparedWork other) {
        double title = likeness(other);
        if (!eprint.isEmpty() && eprint.length() > 4 && eprint.equals(other.eprint) && title > 0.3) {
            return preprint == other.preprint
                    ? new Result(Likeness.SAME, Reason.EPRINT)
                    : new Result(Likeness.OTHER_VERSION, Reason.PREPRINT_AND_PUBLISHED);
        }
        boolean bothDois = !reference.doi().isEmpty() && !other.reference.doi().isEmpty();
        if (bothDois && reference.doi().equals(other.reference.doi())) {
            // chapters often bear the DOI of their book
            return title > 0.5 && sameNumerals(other) ? new Result(Likeness.SAME, Reason.DOI) : new Result(Likeness.NONE, Reason.DOI);
        }
        if (title < ALIKE || !sameNumerals(other) || !sameAuthors(other) || words.size() < 3 && title < 1) {
            return new Result(Likeness.NONE, Reason.TITLE);
        }
        int years = yearsApart(other);
        if (preprint != other.preprint) {
            return new Result(years <= 4 ? Likeness.OTHER_VERSION : Likeness.NONE, Reason.PREPRINT_AND_PUBLISHED);
        }
        if (bothDois || years > 3) {
            return new Result(years <= 3 && !sameVenue(other) ? Likeness.OTHER_VERSION : Likeness.NONE, Reason.OTHER_VENUE);
        }
        if (sameVenue(other)) {
            return new Result(years <= 1 && sameNumbers(other) ? Likeness.SAME : Likeness.NONE, Reason.TITLE);
        }
        return new Result(Likeness.OTHER_VERSION, Reason.OTHER_VENUE);
    }

    /** Shared words of all words, 0 to 1. */
    private double likeness(ComparedWork other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return 0;
        }
        if (words.equals(other.words)) {
            return 1;
        }
        if (2.0 * Math.min(wordSet.size(), other.wordSet.size()) / (wordSet.size() + other.wordSet.size()) < 0.3) {
            return 0;
        }
        int shared = 0;
        for (String word : wordSet) {
            shared += other.wordSet.contains(word) ? 1 : 0;
        }
        double dice = 2.0 * shared / (wordSet.size() + other.wordSet.size());
        // one of them may lack the subtitle, or be written together
        return dice < ALIKE && String.join("", words).equals(String.join("", other.words)) ? 1 : dice;
    }

    /** Part I is not part II. */
    private boolean sameNumerals(ComparedWork other) {
        return numerals.equals(other.numerals);
    }

    private boolean sameAuthors(ComparedWork other) {
        if (author.isEmpty() || other.author.isEmpty()) {
            return words.size() > 3 || author.equals(other.author);
        }
        long shared = authors.stream().filter(other.authors::contains).count();
        return author.equals(other.author) || shared * 2 > Math.min(authors.size(), other.authors.size());
    }

    private int yearsApart(ComparedWork other) {
        OptionalInt mine = reference.year();
        OptionalInt others = other.reference.year();
        return mine.isPresent() && others.isPresent() ? Math.abs(mine.getAsInt() - others.getAsInt()) : 0;
    }

    private boolean sameVenue(ComparedWork other) {
        List<String> mine = venue;
        List<String> others = other.venue;
        if (mine.isEmpty() || others.isEmpty()) {
            return true;
        }
        if (reference.type() != other.reference.type() && isPaper() && other.isPaper()) {
            return false;
        }
        int shared = 0;
        for (String word : mine) {
            shared += others.stream().anyMatch(otherWord -> otherWord.startsWith(word) || word.startsWith(otherWord)) ? 1 : 0;
        }
        return shared * 2 >= Math.min(mine.size(), others.size());
    }

    private boolean isPaper() {
        return reference.type() == WorkType.ARTICLE || reference.type() == WorkType.CONFERENCE_PAPER;
    }

    private boolean sameNumbers(ComparedWork other) {
        return compatible(reference.field(WorkField.VOLUME), other.reference.field(WorkField.VOLUME))
                && compatible(firstPage(reference), firstPage(other.reference))
                && compatible(reference.field(WorkField.EDITION), other.reference.field(WorkField.EDITION));
    }

    private static String firstPage(Reference reference) {
        return reference.field(WorkField.PAGES).replaceFirst("[-–,].*", "").strip();
    }

    private static boolean compatible(String a, String b) {
        return a.isEmpty() || b.isEmpty() || a.equalsIgnoreCase(b);
    }
}
