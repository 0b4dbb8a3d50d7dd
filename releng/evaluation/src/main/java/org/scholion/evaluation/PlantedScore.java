package org.scholion.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scholion.text.TextRange;

/** How many of the planted errors are found, and how many are put right. */
final class PlantedScore {

    /** One kind, one group, or all. */
    private static final class Count {
        private int planted;
        private int found;
        private int right;
        private int rightFirst;

        void add(Outcome outcome) {
            planted++;
            found += outcome.found() ? 1 : 0;
            right += outcome.right() ? 1 : 0;
            rightFirst += outcome.rightFirst() ? 1 : 0;
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("planted", planted);
            json.put("found", share(found));
            json.put("right", share(right));
            json.put("rightFirst", share(rightFirst));
            return json;
        }

        private double share(int count) {
            return (double) count / planted;
        }
    }

    /**
     * What became of an error.
     *
     * @param found whether something new is said about the wrong words
     * @param right whether one of the replacements makes the published text of it
     * @param rightFirst whether the first replacement of a remark does
     */
    record Outcome(boolean found, boolean right, boolean rightFirst) {}

    private final Count all = new Count();
    private final Map<String, Count> groups = new LinkedHashMap<>();
    private final Map<String, Count> kinds = new LinkedHashMap<>();

    PlantedScore(PlantedKinds planted) {
        planted.kinds().forEach(kind -> {
            groups.put(kind.group(), new Count());
            kinds.put(kind.name(), new Count());
        });
    }

    /**
     * Counts an error.
     *
     * @param published what is said about the block as it was published
     * @param changed what is said about it with the error
     */
    Outcome add(Planted error, List<Remark> published, List<Remark> changed) {
        boolean found = false;
        boolean right = false;
        boolean rightFirst = false;
        for (Remark remark : changed) {
            if (remark.range().overlaps(error.wrong()) && isNew(error, remark, published)) {
                found = true;
                List<String> replacements = remark.replacements().get();
                for (int i = 0; i < replacements.size(); i++) {
                    boolean restores = plain(replaced(error.after(), remark.range(), replacements.get(i))).equals(plain(error.before()));
                    right |= restores;
                    rightFirst |= restores && i == 0;
                }
            }
        }
        Outcome outcome = new Outcome(found, right, rightFirst);
        all.add(outcome);
        groups.get(error.kind().group()).add(outcome);
        kinds.get(error.kind().name()).add(outcome);
        return outcome;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("all", all.json());
        json.put("groups", json(groups));
        json.put("kinds", json(kinds));
        return json;
    }

    private static Map<String, Object> json(Map<String, Count> counts) {
        Map<String, Object> json = new LinkedHashMap<>();
        counts.forEach((name, count) -> json.put(name, count.json()));
        return json;
    }

    private static boolean isNew(Planted error, Remark remark, List<Remark> published) {
        return published.stream()
                .filter(old -> old.rule().equals(remark.rule()))
                .map(old -> error.moved(old.range()))
                .noneMatch(range -> range.equals(remark.range()) || range.overlaps(remark.range()));
    }

    private static String replaced(String text, TextRange range, String replacement) {
        return text.substring(0, range.start()) + replacement + text.substring(range.end());
    }

    /** Spaces and the form of the apostrophe do not count. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replace('\u2019', '\'').strip();
    }
}
