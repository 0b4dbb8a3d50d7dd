package org.scholion.assist.citation.internal.rank;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.assist.citations.CitationPlace;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.search.Candidate.Signals;
import org.scholion.library.search.Candidate;

/** The features of the candidates of one place. */
public final class Features {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d'\u2019-]*");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:1[6-9]|20)\\d\\d(?!\\d)");
    private static final Pattern KEY_PART = Pattern.compile("\\p{Lu}?\\p{Ll}{3,}|\\p{Lu}{3,}");

    /** So many of the last citations count as lately. */
    private static final int LATELY = 5;

    private static final int FAR = 1_000;
    private static final int NO_NAME = 100;

    private final List<Candidate> candidates;
    private final Map<String, Integer> distances = new HashMap<>();
    private final Set<String> names;
    private final Set<String> words = new HashSet<>();
    private final Set<String> years = new HashSet<>();
    private final Map<String, Integer> citedCounts = new HashMap<>();
    private final Map<String, Integer> citedLast = new HashMap<>();
    private final List<Candidate> late = new ArrayList<>();
    private double maxText;
    private double maxTitle;
    private double maxNear;
    private double maxMeaning = -1;
    private int maxPosition;
    private int namedCandidates;
    private int citedCandidates;

    /** Looks at the place once for all candidates. */
    public Features(CitationPlace place, List<Candidate> candidates) {
        this.candidates = List.copyOf(candidates);
        readSentence(place);
        names = names(place.before() + " " + place.after());
        int count = place.earlier().size();
        for (int i = 0; i < count; i++) {
            for (String key : place.earlier().get(i)) {
                citedCounts.merge(key, 1, Integer::sum);
                citedLast.put(key, count - i);
            }
        }
        readLate(place.earlier());
        for (Candidate candidate : candidates) {
            Signals signals = candidate.signals();
            maxText = Math.max(maxText, signals.text());
            maxTitle = Math.max(maxTitle, signals.title());
            maxNear = Math.max(maxNear, signals.near());
            maxMeaning = Math.max(maxMeaning, signals.meaning());
            maxPosition = Math.max(maxPosition, candidate.position());
            namedCandidates += firstAuthorDistance(candidate.reference()) < NO_NAME ? 1 : 0;
            citedCandidates += citedCounts.containsKey(candidate.reference().key()) ? 1 : 0;
        }
    }

    private void readSentence(CitationPlace place) {
        List<String> before = words(place.before());
        List<String> after = words(place.after());
        for (int i = 0; i < before.size(); i++) {
            distances.merge(before.get(i), before.size() - i - 1, Math::min);
        }
        for (int i = 0; i < after.size(); i++) {
            distances.merge(after.get(i), i, Math::min);
        }
        words.addAll(distances.keySet());
        Matcher year = YEAR.matcher(place.before() + " " + place.after());
        while (year.find()) {
            years.add(year.group());
        }
    }

    /** The candidates that were cited lately, in the order of the paper. */
    private void readLate(List<List<String>> earlier) {
        Map<String, Candidate> byKey = new HashMap<>();
        for (Candidate candidate : candidates) {
            byKey.putIfAbsent(candidate.reference().key(), candidate);
        }
        for (List<String> keys : earlier.subList(Math.max(0, earlier.size() - LATELY), earlier.size())) {
            for (String key : keys) {
                Candidate candidate = byKey.get(key);
                if (candidate != null) {
                    late.add(candidate);
                }
            }
        }
    }

    /** The features of a candidate, by {@link Feature#ordinal()}. */
    public double[] of(Candidate candidate) {
        Reference reference = candidate.reference();
        Signals signals = candidate.signals();
        double[] values = new double[Feature.values().length];
        put(values, Feature.TEXT, signals.text());
        put(values, Feature.TITLE, signals.title());
        put(values, Feature.ABSTRACT, signals.abstractText());
        put(values, Feature.NEAR, signals.near());
        put(values, Feature.PREVIOUS, signals.previous());
        put(values, Feature.PAPER, signals.paper());
        put(values, Feature.MEANING, signals.meaning());
        put(values, Feature.KINSHIP, signals.kinship());
        put(values, Feature.PAPER_MEANING, signals.paperMeaning());
        put(values, Feature.COVERAGE, signals.coverage());
        put(values, Feature.TEXT_SHARE, share(signals.text(), maxText));
        put(values, Feature.TITLE_SHARE, share(signals.title(), maxTitle));
        put(values, Feature.NEAR_SHARE, share(signals.near(), maxNear));
        put(values, Feature.MEANING_GAP, signals.meaning() - maxMeaning);
        int distance = firstAuthorDistance(reference);
        put(values, Feature.FIRST_AUTHOR, distance < NO_NAME ? 1 : 0);
        put(values, Feature.OTHER_AUTHORS, otherAuthors(reference));
        put(values, Feature.AUTHOR_DISTANCE, distance);
        put(values, Feature.NAMED_CANDIDATES, namedCandidates);
        put(values, Feature.YEAR, reference.year().isPresent() && years.contains(String.valueOf(reference.year().getAsInt())) ? 1 : 0);
        put(values, Feature.CITED, Math.log1p(citedCounts.getOrDefault(reference.key(), 0)));
        put(values, Feature.CITED_DISTANCE, Math.min(FAR, citedLast.getOrDefault(reference.key(), FAR)));
        put(values, Feature.NEIGHBOUR, neighbour(candidate));
        put(values, Feature.STEP, step(candidate));
        put(values, Feature.NAMES, names(reference));
        put(values, Feature.KEY_WORDS, keyWords(reference));
        put(values, Feature.HAS_ABSTRACT, reference.abstractText().isEmpty() ? 0 : 1);
        put(values, Feature.SIZE, Math.log1p(maxPosition));
        put(values, Feature.CITED_SHARE, (double) citedCandidates / candidates.size());
        return values;
    }

    private static void put(double[] values, Feature feature, double value) {
        values[feature.ordinal()] = value;
    }

    private static double share(double value, double max) {
        return max == 0 ? 0 : value / max;
    }

    private int neighbour(Candidate candidate) {
        int nearest = FAR;
        for (Candidate other : late) {
            if (other.source().equals(candidate.source()) && other != candidate) {
                nearest = Math.min(nearest, Math.abs(candidate.position() - other.position()));
            }
        }
        return nearest;
    }

    private int step(Candidate candidate) {
        boolean comparable = !late.isEmpty() && late.getLast().source().equals(candidate.source());
        return comparable ? Math.clamp(candidate.position() - late.getLast().position(), -FAR, FAR) : FAR;
    }

    /** Whether the sentence of a place names the first of the people of a work. */
    public static boolean namesFirstAuthor(CitationPlace place, Reference reference) {
        return new Features(place, List.of()).firstAuthorDistance(reference) < NO_NAME;
    }

    private int firstAuthorDistance(Reference reference) {
        List<Person> people = reference.people();
        return people.isEmpty() ? NO_NAME : Math.min(NO_NAME, nameDistance(people.getFirst()));
    }

    private int nameDistance(Person person) {
        int nearest = NO_NAME;
        for (String part : words(person.family())) {
            if (part.length() > 2 || person.family().length() <= 2) {
                nearest = Math.min(nearest, distances.getOrDefault(part, NO_NAME));
            }
        }
        return nearest;
    }

    private int otherAuthors(Reference reference) {
        int count = 0;
        List<Person> people = reference.people();
        for (Person person : people.subList(Math.min(1, people.size()), people.size())) {
            count += nameDistance(person) < NO_NAME ? 1 : 0;
        }
        return count;
    }

    private int names(Reference reference) {
        if (names.isEmpty()) {
            return 0;
        }
        Set<String> own = names(reference.title());
        own.addAll(words(reference.key().replaceAll("[\\d_:-]+", " ")));
        int count = 0;
        for (String name : names) {
            count += own.contains(name) || own.contains(fold(name)) ? 1 : 0;
        }
        return count;
    }

    private int keyWords(Reference reference) {
        Set<String> families = new HashSet<>();
        for (Person person : reference.people()) {
            families.addAll(words(person.family()));
        }
        int count = 0;
        Matcher part = KEY_PART.matcher(reference.key());
        while (part.find()) {
            String word = fold(part.group());
            count += words.contains(word) && !families.contains(word) ? 1 : 0;
        }
        return count;
    }

    /** Words with a capital or digit behind their first letter, as they are: {@code GROMACS}, {@code emcee3}, {@code PyTorch}. */
    private static Set<String> names(String text) {
        Set<String> found = new HashSet<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String one = word.group();
            boolean odd = one.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
            if (odd && Character.isLetter(one.charAt(0))) {
                found.add(one);
            }
        }
        return found;
    }

    private static List<String> words(String text) {
        List<String> found = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String one = fold(word.group());
            found.add(one.endsWith("'s") || one.endsWith("\u2019s") ? one.substring(0, one.length() - 2) : one);
        }
        return found;
    }

    private static String fold(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
    }
}
