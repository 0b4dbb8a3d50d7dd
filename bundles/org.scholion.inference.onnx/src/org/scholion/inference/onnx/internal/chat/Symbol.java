package org.scholion.inference.onnx.internal.chat;

/**
 * A part of the source of a template.
 *
 * @param kind which sort
 * @param text the name, the operator, the digits or the value of a string
 * @param line for messages, from 1
 */
record Symbol(Kind kind, String text, int line) {

    /** Sorts of symbols. */
    enum Kind {
        /** Text outside tags. */
        TEXT,
        OUTPUT_BEGIN,
        OUTPUT_END,
        BLOCK_BEGIN,
        BLOCK_END,
        NAME,
        STRING,
        INTEGER,
        FLOAT,
        OPERATOR,
        END
    }

    boolean is(String operatorOrName) {
        return (kind == Kind.OPERATOR || kind == Kind.NAME) && text.equals(operatorOrName);
    }
}
