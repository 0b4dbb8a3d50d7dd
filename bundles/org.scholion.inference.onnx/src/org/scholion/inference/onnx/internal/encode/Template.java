package org.scholion.inference.onnx.internal.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.scholion.inference.onnx.internal.token.Tokenizer;
import org.scholion.inference.onnx.internal.token.Tokens;

/**
 * What a model puts around a text and between two, learned from its tokenizer, so that texts can be cut before the end tokens.
 *
 * @param before before the first text
 * @param between between the two; empty for a single text
 * @param after at the end
 * @param firstType the segment of the tokens of the first text
 * @param secondType the segment of the tokens of the second text
 */
record Template(List<Special> before, List<Special> between, List<Special> after, long firstType, long secondType) {

    /** A token that the model adds. */
    record Special(long id, long type) {}

    Template {
        before = List.copyOf(before);
        between = List.copyOf(between);
        after = List.copyOf(after);
    }

    static Template single(Tokenizer tokenizer) {
        return of(tokenizer.encode("a", true), 0);
    }

    static Template pair(Tokenizer tokenizer) {
        return of(tokenizer.encodePair("a", "a"), 1);
    }

    private static Template of(Tokens tokens, int last) {
        List<Special> before = new ArrayList<>();
        List<Special> between = new ArrayList<>();
        List<Special> after = new ArrayList<>();
        int seen = Tokens.NONE;
        long[] types = new long[2];
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.isAdded(i)) {
                seen = tokens.sequence(i);
                types[seen] = tokens.typeId(i);
                continue;
            }
            Special special = new Special(tokens.id(i), tokens.typeId(i));
            (seen == Tokens.NONE ? before : seen == last ? after : between).add(special);
        }
        return new Template(before, between, after, types[0], types[1]);
    }

    /** How many tokens it adds. */
    int count() {
        return before.size() + between.size() + after.size();
    }

    /** The tokens of a text, cut so that all are at most {@code most}. */
    Row row(long[] ids, int most) {
        return row(ids, Math.min(ids.length, Math.max(0, most - count())), new long[0], 0);
    }

    /**
     * The same with a segment for each token of the text.
     *
     * @param segment of the token with that number
     */
    Row row(long[] ids, int most, IntToLongFunction segment) {
        Row row = row(ids, most);
        long[] types = new long[row.count()];
        for (int i = 0; i < types.length; i++) {
            int token = i - row.textStart();
            types[i] = token >= 0 && token < row.textCount() ? segment.applyAsLong(token) : row.type(i);
        }
        return row.withTypes(types);
    }

    /** The tokens of a pair, the longer of which is cut first. */
    Row row(long[] first, long[] second, int most) {
        int room = Math.max(0, most - count());
        int firstCount = first.length;
        int secondCount = second.length;
        int over = firstCount + secondCount - room;
        if (over > 0) {
            // the longer loses until both are equal, then both in turn, the second first
            int byDifference = Math.min(over, Math.abs(firstCount - secondCount));
            if (firstCount > secondCount) {
                firstCount -= byDifference;
            } else {
                secondCount -= byDifference;
            }
            int rest = over - byDifference;
            secondCount -= (rest + 1) / 2;
            firstCount -= rest / 2;
        }
        return row(first, Math.max(0, firstCount), second, Math.max(0, secondCount));
    }

    private Row row(long[] first, int firstCount, long[] second, int secondCount) {
        long[] ids = new long[count() + firstCount + secondCount];
        long[] types = new long[ids.length];
        int at = put(before, ids, types, 0);
        at = put(first, firstCount, firstType, ids, types, at);
        at = put(between, ids, types, at);
        at = put(second, secondCount, secondType, ids, types, at);
        put(after, ids, types, at);
        return new Row(ids, types, before.size(), firstCount);
    }

    private static int put(List<Special> specials, long[] ids, long[] types, int start) {
        int at = start;
        for (Special special : specials) {
            ids[at] = special.id();
            types[at++] = special.type();
        }
        return at;
    }

    private static int put(long[] given, int count, long type, long[] ids, long[] types, int start) {
        System.arraycopy(given, 0, ids, start, count);
        for (int i = start; i < start + count; i++) {
            types[i] = type;
        }
        return start + count;
    }
}
