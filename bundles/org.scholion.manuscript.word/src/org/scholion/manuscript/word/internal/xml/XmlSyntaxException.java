package org.scholion.manuscript.word.internal.xml;

/** A part is no well-formed XML, or more deeply nested than any document is. */
public final class XmlSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    XmlSyntaxException(String message, int line, Throwable cause) {
        super(message, cause);
        this.line = line;
    }

    /** 1-based. */
    public int line() {
        return line;
    }
}
