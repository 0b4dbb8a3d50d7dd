package org.scholion.library.internal.online;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.online.ReferenceCheck.Difference;
import org.scholion.library.online.ReferenceCheck.Part;

/**
 * How much two references are the same work.
 *
 * @param score 0 to 1: the title counts most, then the authors, then the year; what the author left out does not count
 * @param differences what he may want to look at
 */
record Likeness(double score, List<Difference> differences) {

    private static final double TITLE = 0.6;
    private static final double AUTHORS = 0.25;
    private static final double YEAR = 0.15;

    static Likeness of(Reference own, Reference found) {
        List<Difference> differences = new ArrayList<>();
        double title = titles(own.title(), found.title());
        double sum = TITLE * title;
        double weights = TITLE;
        if (title < 1) {
            differences.add(new Difference(Part.TITLE, own.title(), found.title()));
        }
        if (!own.people().isEmpty() && !found.people().isEmpty()) {
            double authors = people(own.people(), found.people());
            sum += AUTHORS * authors;
            weights += AUTHORS;
            if (authors < 1) {
                differences.add(new Difference(Part.AUTHORS, names(own), names(found)));
            }
        }
        if (own.year().isPresent() && found.year().isPresent()) {
            int apart = Math.abs(own.year().getAsInt() - found.year().getAsInt());
            // a preprint and what was made of it, or online and in print
            sum += YEAR * (apart == 0 ? 1 : apart == 1 ? 0.8 : apart == 2 ? 0.4 : 0);
            weights += YEAR;
            if (apart > 0) {
                differences.add(new Difference(
                        Part.YEAR, Integer.toString(own.year().getAsInt()), Integer.toString(found.year().getAsInt())));
            }
        }
        if (!own.venue().isEmpty() && !found.venue().isEmpty() && !sameVenue(own.venue(), found.venue())) {
            differences.add(new Difference(Part.VENUE, own.venue(), found.venue()));
        }
        if (!own.doi().isEmpty() && !found.doi().isEmpty() && !own.doi().equals(found.doi())) {
            differences.add(new Difference(Part.DOI, own.doi(), found.doi()));
        }
        return new Likeness(sum / weights, differences);
    }

    /** Words in common; a title without its subtitle is nearly the same. */
    static double titles(String own, String found) {
        List<String> first = words(own);
        List<String> second = words(found);
        if (first.isEmpty() || second.isEmpty()) {
            return first.equals(second) ? 1 : 0;
        }
        if (first.equals(second)) {
            return 1;
        }
        List<String> shorter = first.size() <= second.size() ? first : second;
        List<String> longer = shorter == first ? second : first;
        if (shorter.size() >= 3 && longer.subList(0, shorter.size()).equals(shorter)) {
            return 0.95;
        }
        List<String> left = new ArrayList<>(longer);
        long common = shorter.stream().filter(left::remove).count();
        return 2.0 * common / (first.size() + second.size());
    }

    private static double people(List<Person> own, List<Person> found) {
        Set<String> known = found.stream().map(Likeness::family).collect(Collectors.toCollection(HashSet::new));
        List<String> wanted = own.stream().map(Likeness::family).filter(name -> !name.equals("others")).toList();
        if (wanted.isEmpty()) {
            return 1;
        }
        double share = (double) wanted.stream().filter(known::contains).count() / wanted.size();
        boolean first = wanted.getFirst().equals(family(found.getFirst()));
        return first && share == 1 ? 1 : Math.min(0.95, 0.5 * share + (first ? 0.45 : 0));
    }

    private static String family(Person person) {
        List<String> words = words(person.family());
        return words.isEmpty() ? "" : person.body() ? String.join(" ", words) : words.getLast();
    }

    /** The same words, or an abbreviation of them: {@code J. Biol. Chem.} */
    private static boolean sameVenue(String own, String found) {
        List<String> first = venueWords(own);
        List<String> second = venueWords(found);
        if (first.size() != second.size()) {
            return !first.isEmpty() && !second.isEmpty() && (second.containsAll(first) || first.containsAll(second));
        }
        for (int i = 0; i < first.size(); i++) {
            if (!first.get(i).startsWith(second.get(i)) && !second.get(i).startsWith(first.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> venueWords(String venue) {
        Set<String> small = Set.of("the", "of", "and", "for", "in", "on", "a", "de", "la", "der", "und", "et");
        return words(venue).stream().filter(word -> !small.contains(word)).toList();
    }

    private static String names(Reference reference) {
        return reference.people().stream().limit(6).map(Person::display).collect(Collectors.joining("; "));
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
    }
}
