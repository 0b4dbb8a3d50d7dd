package org.scholion.manuscript.word.internal.opc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an XML part.
 *
 * @param name of the part, such as {@code /word/document.xml}
 * @param text decoded, without a byte order mark
 * @param charset how it was decoded, and how it is written back
 * @param byteOrderMark whether the part begins with one
 */
public record PartText(String name, String text, Charset charset, boolean byteOrderMark) {

    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final int DECLARATION = 200;
    private static final char MARK = '\uFEFF';

    /**
     * Decodes a part as XML says: by its byte order mark, else by its declaration, else as UTF-8.
     *
     * @throws CharacterCodingException when bytes are no text in that encoding, or nobody knows the encoding
     */
    static PartText decode(String name, byte[] bytes) throws CharacterCodingException {
        Charset charset = charset(bytes);
        String text = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        boolean mark = !text.isEmpty() && text.charAt(0) == MARK;
        return new PartText(name, mark ? text.substring(1) : text, charset, mark);
    }

    /** The bytes of the part with another text. */
    public byte[] encode(String changed) {
        return (byteOrderMark ? MARK + changed : changed).getBytes(charset);
    }

    private static Charset charset(byte[] bytes) throws CharacterCodingException {
        int first = bytes.length > 0 ? bytes[0] & 0xFF : 0;
        int second = bytes.length > 1 ? bytes[1] & 0xFF : 0;
        if (first == 0xFE && second == 0xFF || first == 0 && second == '<') {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xFF && second == 0xFE || first == '<' && second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        String beginning = new String(bytes, 0, Math.min(DECLARATION, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(beginning);
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            CharacterCodingException unknown = new CharacterCodingException();
            unknown.initCause(e);
            throw unknown;
        }
    }
}
