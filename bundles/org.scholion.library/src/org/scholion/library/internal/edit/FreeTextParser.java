package org.scholion.library.internal.edit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.library.Doi;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.edit.FreeTextReference;
import org.scholion.library.edit.FreeTextReference.Part;
import org.scholion.library.edit.KeyPattern;

/** Takes a printed reference apart: first what has a form of its own, then authors, title and the rest. */
public final class FreeTextParser {

    /** A longer text is no reference. */
    public static final int LONGEST = 4000;

    private static final Pattern LABEL = Pattern.compile("^\\s*(?:\\[[^\\]]{1,12}\\]|\\(\\d{1,3}\\)|\\d{1,3}\\.)\\s*(?=\\S)");
    private static final Pattern DOI = Pattern.compile("(?i)(?:https?://(?:dx\\.)?doi\\.org/|doi\\s*[:=]?\\s*)?10\\.\\d{4,9}/\\S+");
    private static final Pattern URL = Pattern.compile("(?i)(?:available(?: at| from)?:?|retrieved from|url:?)?\\s*(https?://\\S+)");
    private static final Pattern EPRINT = Pattern.compile(
            "(?i)(?:arXiv preprint\\s*)?arXiv[:\\s]\\s*(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d+)?(?:\\s*\\[[^\\]]+\\])?");
    private static final String YEAR = "((?:1[5-9]|20)\\d\\d)[a-z]?";
    private static final Pattern YEAR_BRACKETS = Pattern.compile("\\(" + YEAR + "(?:,\\s*[\\p{L}]+\\.?(?:\\s*\\d{1,2})?)?\\)");
    private static final Pattern YEAR_SENTENCE = Pattern.compile("[.,]\\s+" + YEAR + "\\.\\s");
    private static final Pattern ANY_YEAR = Pattern.compile("(?<![\\d–/-])" + YEAR + "(?![\\d–/-])");
    private static final Pattern QUOTED = Pattern.compile("[“\"]([^”\"]{4,600})[”\"]|``(.{4,600}?)''|‘(.{8,600}?)’(?!\\p{L})");
    private static final Pattern SENTENCE_END = Pattern.compile("(?:[.?!]|\\.['’”])\\s+(?=[\\p{Lu}\\d(“\"])");
    private static final Pattern FAMILY_FIRST = Pattern.compile(
            "^(?:(?:[\\p{L}'’-]+\\s+){0,3}+[\\p{L}'’-]++,\\s*(?:\\p{Lu}\\p{Ll}?\\.[\\s-]?)++(?:,?\\s*(?:Jr|Sr|I{2,3})\\.?)?+"
                    + "(?:,\\s*(?:&|and)\\s+|\\s*&\\s*|\\s+and\\s+|,\\s*|\\s*))++(?:et al\\.\\s*)?");
    private static final Pattern BARE_INITIALS = Pattern.compile(
            "^(?:[\\p{L}'’-]+(?:\\s[\\p{L}'’-]+){0,3}?\\s\\p{Lu}{1,3}(?:-\\p{Lu})?(?:,\\s*|(?=\\.)))+(?:et al)?\\.\\s+");

    private final String text;
    private final Reference.Builder reference = new Reference.Builder("ref");
    private final Map<Part, Double> confidence = new EnumMap<>(Part.class);
    private final List<String> problems = new ArrayList<>();
    private String authors = "";
    private String title = "";
    private String rest = "";

    public FreeTextParser(String text) {
        this.text = text.substring(0, Math.min(text.length(), LONGEST));
    }

    public FreeTextReference parse() {
        String line = text.replaceAll("(?<=\\p{Ll})-\\s*[\\r\\n]+\\s*(?=\\p{Ll})", "").replaceAll("[\\s\\u00A0]+", " ").strip();
        line = LABEL.matcher(line).replaceFirst("");
        line = identifiers(line);
        split(line);
        names();
        title();
        WorkType type = new VenueReader(reference, confidence).read(rest, title);
        reference.type(type);
        year(line);
        Reference made = reference.build();
        if (made.year().isEmpty()) {
            problems.add(Messages.text_noYear);
        }
        if (made.venue().isEmpty() && made.field(WorkField.EPRINT).isEmpty()) {
            problems.add(Messages.text_noVenue);
        }
        return new FreeTextReference(made.change().key(KeyPattern.of(KeyPattern.DEFAULT).key(made)).build(), confidence, problems);
    }

    private String identifiers(String line) {
        String left = line;
        Matcher eprint = EPRINT.matcher(left);
        if (eprint.find()) {
            reference.field(WorkField.EPRINT, eprint.group(1)).field(WorkField.ARCHIVE, "arXiv");
            confidence.put(Part.EPRINT, 1.0);
            left = left.substring(0, eprint.start()) + left.substring(eprint.end());
        }
        Matcher doi = DOI.matcher(left);
        if (doi.find()) {
            Doi.of(doi.group()).ifPresent(found -> {
                reference.doi(found);
                confidence.put(Part.DOI, 1.0);
            });
            left = left.substring(0, doi.start()) + left.substring(doi.end());
        }
        Matcher url = URL.matcher(left);
        if (url.find()) {
            reference.field(WorkField.URL, url.group(1).replaceAll("[.,;)]+$", ""));
            confidence.put(Part.URL, 0.9);
            left = left.substring(0, url.start()) + left.substring(url.end());
        }
        return left.strip();
    }

    /** Into authors, title and what follows. */
    private void split(String line) {
        Matcher quoted = QUOTED.matcher(line);
        Matcher brackets = YEAR_BRACKETS.matcher(line);
        Matcher sentence = YEAR_SENTENCE.matcher(line);
        boolean bracketed = brackets.find() && brackets.start() < line.length() * 0.75
                && line.substring(brackets.end()).replaceAll("[^\\p{L}]", "").length() > 12;
        boolean sentenced = sentence.find() && line.length() - sentence.end() > 12;
        Matcher familyFirst = FAMILY_FIRST.matcher(line);
        Matcher bare = BARE_INITIALS.matcher(line);
        if (quoted.find() && quoted.start() > 3) {
            authors = line.substring(0, quoted.start());
            title = quoted.group().replaceAll("^[“\"`‘]+|[”\"'’]+$", "");
            rest = line.substring(quoted.end());
            Matcher year = ANY_YEAR.matcher(authors);
            if (year.find()) {
                setYear(year.group(1), 0.95);
                authors = authors.substring(0, year.start()).replaceAll("[(\\s]+$", "");
            }
            confidence.put(Part.TITLE, 0.95);
        } else if (bracketed && (!sentenced || brackets.start() <= sentence.start())) {
            authors = line.substring(0, brackets.start());
            setYear(brackets.group(1), 0.95);
            atSentence(line.substring(brackets.end()).replaceFirst("^[\\s.,:]+", ""), 0.85);
        } else if (sentenced) {
            authors = line.substring(0, sentence.start());
            setYear(sentence.group(1), 0.9);
            atSentence(line.substring(sentence.end()), 0.85);
        } else if (familyFirst.find() && familyFirst.end() < line.length() - 8) {
            authors = familyFirst.group();
            atSentence(line.substring(familyFirst.end()), 0.8);
        } else if (bare.find()) {
            authors = bare.group();
            atSentence(line.substring(bare.end()), 0.8);
        } else {
            Matcher end = SENTENCE_END.matcher(line);
            int at = 0;
            // an initial does not end the list of authors
            while (end.find() && at == 0) {
                boolean initial = end.start() > 3 && Character.isLetter(line.charAt(end.start() - 1))
                        && !Character.isLetter(line.charAt(end.start() - 2));
                at = initial ? 0 : end.end();
            }
            authors = line.substring(0, at);
            atSentence(line.substring(at), 0.5);
            if (!line.isEmpty()) {
                problems.add(Messages.text_doubtful);
            }
        }
    }

    private void atSentence(String from, double sure) {
        Matcher end = SENTENCE_END.matcher(from);
        int least = 0;
        while (end.find(least)) {
            boolean tooShort = end.start() < 8 || isAbbreviated(from, end.start());
            if (!tooShort) {
                title = from.substring(0, end.start() + (from.charAt(end.start()) == '.' ? 0 : 1));
                rest = from.substring(end.end());
                confidence.put(Part.TITLE, sure);
                return;
            }
            least = end.end();
        }
        title = from;
        confidence.put(Part.TITLE, sure / 2);
    }

    private static boolean isAbbreviated(String text, int stop) {
        int start = stop;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, stop);
        return word.length() == 1 && Character.isUpperCase(word.charAt(0)) && text.charAt(stop) == '.'
                || List.of("vs", "St", "Dr", "cf", "Mt", "e", "g").contains(word);
    }

    private void names() {
        NameList names = new NameList(authors);
        names.people().forEach(reference::author);
        if (names.people().isEmpty()) {
            problems.add(Messages.text_noAuthors);
        } else {
            boolean odd = names.people().stream().anyMatch(person -> person.given().isEmpty() || person.family().length() > 30);
            confidence.put(Part.AUTHORS, odd ? 0.5 : 0.9);
        }
        if (names.others()) {
            problems.add(Messages.text_others);
        }
    }

    private void title() {
        title = title.strip().replaceAll("[.,]+$", "");
        reference.title(title);
        if (title.isEmpty()) {
            confidence.remove(Part.TITLE);
            problems.add(Messages.text_noTitle);
        }
    }

    private void setYear(String year, double sure) {
        reference.year(Integer.parseInt(year));
        confidence.put(Part.YEAR, sure);
    }

    /** The last one where none stood in its usual place. */
    private void year(String line) {
        if (confidence.containsKey(Part.YEAR)) {
            return;
        }
        Matcher inRest = ANY_YEAR.matcher(rest.isEmpty() ? line : rest);
        String last = "";
        while (inRest.find()) {
            last = inRest.group(1);
        }
        if (!last.isEmpty()) {
            setYear(last, 0.85);
        }
    }
}
