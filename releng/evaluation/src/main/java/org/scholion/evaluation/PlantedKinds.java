package org.scholion.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The kinds of errors that are planted, how many of each, and how they are made: the tables {@code planted-*.tsv}. */
final class PlantedKinds {

    /** Whether the changed words are to be in the dictionary; as they were published they are in it, but for {@link #ANY}. */
    enum Words {
        /** All of them, so that only the sentence around shows the error. */
        KNOWN,
        /** At least one is not. */
        UNKNOWN,
        ANY
    }

    /**
     * A kind of error.
     *
     * @param name of it
     * @param group that has a share of all errors
     * @param share of the group, in percent; the kinds of a group share it equally
     */
    record Kind(String name, String group, double share, Words words) {}

    /**
     * One way to make an error.
     *
     * @param pattern its first group, which may be empty, is what is replaced
     * @param replacements one of them is drawn; {@code $1} and so on as in {@link java.util.regex.Matcher#replaceAll}
     * @param words as for the kind, or otherwise for this pattern
     */
    record Recipe(Pattern pattern, List<String> replacements, Words words) {}

    private final List<Kind> kinds;
    private final Map<String, List<Recipe>> recipes = new LinkedHashMap<>();

    PlantedKinds() throws IOException {
        kinds = rows("planted-kinds.tsv").stream()
                .map(row -> new Kind(row[0], row[1], Double.parseDouble(row[2]), Words.valueOf(row[3])))
                .toList();
        kinds.forEach(kind -> recipes.put(kind.name(), new ArrayList<>()));
        for (String[] row : rows("planted-errors.tsv")) {
            Kind kind = kinds.stream().filter(one -> one.name().equals(row[0])).findFirst().orElseThrow();
            List<String> replacements = List.of(row[2].split("\\|")).stream()
                    .map(replacement -> replacement.equals("-") ? "" : replacement.replace('_', ' '))
                    .toList();
            Words words = row.length > 3 ? Words.valueOf(row[3]) : kind.words();
            recipes.get(kind.name()).add(new Recipe(Pattern.compile(row[1]), replacements, words));
        }
    }

    List<Kind> kinds() {
        return kinds;
    }

    /** The ways to make errors of a kind; none where letters are changed at random. */
    List<Recipe> recipes(Kind kind) {
        return recipes.get(kind.name());
    }

    /** How many of each kind make up {@code total}, by largest remainders. */
    Map<Kind, Integer> counts(int total) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        kinds.forEach(kind -> sizes.merge(kind.group(), 1, Integer::sum));
        double sum = kinds.stream().mapToDouble(kind -> kind.share() / sizes.get(kind.group())).sum();
        Map<Kind, Integer> counts = new LinkedHashMap<>();
        Map<Kind, Double> remainders = new LinkedHashMap<>();
        int given = 0;
        for (Kind kind : kinds) {
            double wanted = total * kind.share() / sizes.get(kind.group()) / sum;
            counts.put(kind, (int) wanted);
            remainders.put(kind, wanted - (int) wanted);
            given += (int) wanted;
        }
        List<Kind> byRemainder = new ArrayList<>(kinds);
        byRemainder.sort((a, b) -> Double.compare(remainders.get(b), remainders.get(a)));
        for (Kind kind : byRemainder.subList(0, total - given)) {
            counts.merge(kind, 1, Integer::sum);
        }
        return counts;
    }

    private static List<String[]> rows(String name) throws IOException {
        try (InputStream in = PlantedKinds.class.getResourceAsStream(name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\t")).toList();
        }
    }
}
