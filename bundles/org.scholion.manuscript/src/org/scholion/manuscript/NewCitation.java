package org.scholion.manuscript;

import java.util.List;
import java.util.stream.Stream;

/**
 * A citation that is to be written into a document that keeps the data of what it cites in the citation or beside it.
 *
 * @param works that are cited together, in order; at least one
 * @param shown how it reads, such as {@code (Smith, 2010)}; the program that updates the citation may write it in another way
 */
public record NewCitation(List<Work> works, String shown) {

    /**
     * A cited work.
     *
     * @param key by which the document cites it, or will cite it; not empty
     * @param data what is known of it: an item of the Citation Style Language as JSON; empty where the document knows it already
     */
    public record Work(String key, String data) {
        public Work {
            if (key.isEmpty()) {
                throw new IllegalArgumentException("a work without a key");
            }
        }
    }

    public NewCitation {
        works = List.copyOf(works);
        if (works.isEmpty()) {
            throw new IllegalArgumentException("a citation of nothing");
        }
    }

    /** The keys, in order. */
    public List<String> keys() {
        return works.stream().map(Work::key).toList();
    }

    /** This citation and another one as one; works that stand here already are left out. */
    public NewCitation with(NewCitation other) {
        List<Work> fresh = other.works.stream().filter(work -> !keys().contains(work.key())).toList();
        if (fresh.isEmpty()) {
            return this;
        }
        return new NewCitation(Stream.concat(works.stream(), fresh.stream()).toList(), joined(shown, other.shown));
    }

    /** Two citations as they read in one pair of brackets: {@code (Smith, 2010; Lee, 2011)}, {@code [1, 2]}. */
    public static String joined(String first, String second) {
        String one = first.strip();
        String two = second.strip();
        boolean alike = one.length() > 1 && two.length() > 1 && one.charAt(0) == two.charAt(0);
        boolean brackets = alike && isEnd(one, one.charAt(0)) && isEnd(two, two.charAt(0));
        String begin = brackets ? one.substring(0, one.length() - 1) : one;
        String end = brackets ? two.substring(1) : two;
        boolean numbers = !end.isEmpty() && Character.isDigit(end.charAt(0));
        return begin + (numbers ? ", " : "; ") + end;
    }

    private static boolean isEnd(String text, char open) {
        char end = text.charAt(text.length() - 1);
        return open == '(' && end == ')' || open == '[' && end == ']' || open == '\uFF08' && end == '\uFF09';
    }
}
