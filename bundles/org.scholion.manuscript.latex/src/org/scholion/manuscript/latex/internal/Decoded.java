package org.scholion.manuscript.latex.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of a file as text.
 *
 * @param charset how they were decoded
 * @param byteOrderMark whether they begin with one, which is not part of the text
 * @param guessed whether the bytes were invalid in what they should be
 */
public record Decoded(String text, Charset charset, boolean byteOrderMark, boolean guessed) {

    private static final Charset FALLBACK = Charset.forName("windows-1252");
    private static final Pattern INPUTENC =
            Pattern.compile("\\\\(?:usepackage\\s*\\[([\\w-]+)\\]\\s*\\{inputenc\\}|inputencoding\\s*\\{([\\w-]+)\\})");
    private static final Pattern CODING = Pattern.compile("%\\s*!\\s*TeX\\s+encoding\\s*=\\s*([\\w-]+)", Pattern.CASE_INSENSITIVE);
    private static final int DECLARATION_LIMIT = 64 * 1024;

    /** Whether bytes are not text at all: several of them are zero, or very many are control characters. */
    static boolean isBinary(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
            return false;
        }
        int odd = 0;
        int limit = Math.min(bytes.length, 65_536);
        for (int i = 0; i < limit; i++) {
            byte b = bytes[i];
            if (b == 0 || b > 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 11 && b != 26 && b != 27) {
                odd++;
            }
        }
        return odd > 2 && odd * 500L > limit;
    }

    /** The encoding that LaTeX is told in these bytes, if any. */
    static Optional<Charset> declared(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION_LIMIT), StandardCharsets.ISO_8859_1);
        Matcher inputenc = INPUTENC.matcher(start);
        if (inputenc.find()) {
            String name = inputenc.group(1);
            return charset(name == null ? inputenc.group(2) : name);
        }
        Matcher coding = CODING.matcher(start);
        return coding.find() ? charset(coding.group(1)) : Optional.empty();
    }

    /**
     * Decodes: by its byte order mark, as UTF-8 where valid, as declared, else as the encoding of Windows.
     *
     * @param declared what the paper says
     */
    static Decoded of(byte[] bytes, Optional<Charset> declared) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            Optional<String> text = strict(bytes, 3, StandardCharsets.UTF_8);
            return text.isPresent()
                    ? new Decoded(text.get(), StandardCharsets.UTF_8, true, false)
                    : new Decoded(new String(bytes, 3, bytes.length - 3, FALLBACK), FALLBACK, true, true);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return new Decoded(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE, true, false);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return new Decoded(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE, true, false);
        }
        Optional<String> utf8 = strict(bytes, 0, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return new Decoded(utf8.get(), StandardCharsets.UTF_8, false, false);
        }
        boolean other = declared.isPresent() && !declared.get().equals(StandardCharsets.UTF_8);
        Charset charset = other ? declared.get() : FALLBACK;
        return new Decoded(new String(bytes, charset), charset, false, !other);
    }

    private static Optional<String> strict(byte[] bytes, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> charset(String inputenc) {
        String name = switch (inputenc.toLowerCase(Locale.ROOT)) {
            case "utf8", "utf8x", "utf-8" -> "UTF-8";
            case "latin1", "iso-8859-1" -> "ISO-8859-1";
            case "latin2" -> "ISO-8859-2";
            case "latin3" -> "ISO-8859-3";
            case "latin4" -> "ISO-8859-4";
            case "latin5" -> "ISO-8859-9";
            case "latin9", "iso-8859-15" -> "ISO-8859-15";
            case "latin10" -> "ISO-8859-16";
            case "ansinew", "cp1252", "windows-1252" -> "windows-1252";
            case "cp1250" -> "windows-1250";
            case "cp1251" -> "windows-1251";
            case "cp1257" -> "windows-1257";
            case "applemac" -> "x-MacRoman";
            case "cp437", "cp437de" -> "IBM437";
            case "cp850" -> "IBM850";
            case "cp852" -> "IBM852";
            case "cp858" -> "IBM00858";
            case "cp865" -> "IBM865";
            case "koi8-r" -> "KOI8-R";
            default -> "";
        };
        return !name.isEmpty() && Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    }
}
