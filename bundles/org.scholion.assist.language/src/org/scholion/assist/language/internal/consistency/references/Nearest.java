package org.scholion.assist.language.internal.consistency.references;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a misspelled one may mean. */
final class Nearest {

    private static final int MAX_SUGGESTIONS = 3;

    private Nearest() {}

    /** Up to three of the names, the nearest first; none when all are far from it. */
    static List<String> to(String name, Iterable<String> names) {
        record Candidate(String name, int distance) {}
        int limit = Math.max(2, name.length() / 3);
        String wanted = plain(name);
        List<Candidate> near = new ArrayList<>();
        for (String candidate : names) {
            if (Math.abs(candidate.length() - name.length()) <= limit + 4) {
                int distance = distance(wanted, plain(candidate), limit);
                if (distance <= limit) {
                    near.add(new Candidate(candidate, distance));
                }
            }
        }
        near.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name));
        return near.stream().limit(MAX_SUGGESTIONS).map(Candidate::name).toList();
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                plain.append(name.charAt(i));
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /** Letters to insert, delete, change or swap with the next; more than {@code limit} where it is farther. */
    static int distance(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) > limit) {
            return limit + 1;
        }
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > limit) {
                return limit + 1;
            }
            int[] reused = beforeLast;
            beforeLast = last;
            last = row;
            row = reused;
        }
        return last[other.length()];
    }
}
