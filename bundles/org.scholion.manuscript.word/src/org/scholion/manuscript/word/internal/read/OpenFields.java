package org.scholion.manuscript.word.internal.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The fields that are open at a place of a part; one may begin in one paragraph and end in another. Not thread-safe. */
final class OpenFields {

    private static final int MOST_NESTED = 50;

    private final Deque<Open> open = new ArrayDeque<>();

    /** A field that was begun. */
    private static final class Open {
        private final StringBuilder instruction = new StringBuilder();
        private final StringBuilder shown = new StringBuilder();
        private boolean separated;
        private Field kind = Field.NOTHING;
    }

    /** A field that ended, with its instruction and what is shown of it. */
    record Ended(Field kind, String instruction, String shown) {}

    void begin() {
        if (open.size() < MOST_NESTED) {
            open.push(new Open());
        }
    }

    /** The instruction is complete; what follows is the result. */
    void separate() {
        Open field = open.peek();
        if (field != null && !field.separated) {
            field.separated = true;
            field.kind = Field.of(field.instruction.toString());
        }
    }

    /** The field that ends, when it counts: when it does not stand inside another one that is shown as a whole. */
    Optional<Ended> end() {
        Open field = open.poll();
        if (field == null) {
            return Optional.empty();
        }
        Field kind = field.separated ? field.kind : Field.of(field.instruction.toString());
        String shown = field.shown.toString();
        if (isCollected()) {
            collect(shown);
            return Optional.empty();
        }
        return Optional.of(new Ended(kind, field.instruction.toString().strip(), shown));
    }

    void instruction(String text) {
        Open field = open.peek();
        if (field != null && !field.separated) {
            field.instruction.append(text);
        }
    }

    /** Whether what stands here is part of an instruction. */
    boolean isInstruction() {
        return !open.isEmpty() && !open.peek().separated;
    }

    /** Whether what stands here belongs to something that is shown as a whole, or not at all. */
    boolean isCollected() {
        return open.stream().anyMatch(field -> !field.separated || switch (field.kind) {
            case CROSS_REFERENCE, CITATION, NOTHING -> true;
            case BIBLIOGRAPHY, CONTENTS, TEXT, COMPUTED -> false;
        });
    }

    /** Keeps what is shown of the outermost field that is shown as a whole. */
    void collect(String text) {
        Open field = open.peek();
        if (field != null && field.separated) {
            field.shown.append(text);
        }
    }

    /** Whether letters here are the result of a computation. */
    boolean isComputed() {
        return open.stream().anyMatch(field -> field.separated && field.kind == Field.COMPUTED);
    }

    /** The kinds of the fields in whose results a place stands. */
    Set<Field> kinds() {
        Set<Field> kinds = EnumSet.noneOf(Field.class);
        open.stream().filter(field -> field.separated).forEach(field -> kinds.add(field.kind));
        return kinds;
    }
}
