package org.scholion.library.internal.format;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The characters of an XML file. Those that XML does not allow, such as the control characters that EndNote leaves in its files, become spaces, and
 * wrong bytes the mark for unknown characters: a parser would read no further.
 */
final class XmlCharacters extends FilterReader {

    private static final int HEAD = 200;
    private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");

    private XmlCharacters(Reader in) {
        super(in);
    }

    /** Decodes by the byte order mark, else as the file declares, else as UTF-8. */
    static Reader of(InputStream bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes);
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            mark = 3;
        } else if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE)) {
            charset = head[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (startsWith(head, 0, '<') || startsWith(head, '<', 0)) {
            charset = head[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        } else {
            Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
            // what has come this far has one byte for each letter of the declaration
            if (declared.find() && !declared.group(1).toUpperCase(Locale.ROOT).startsWith("UTF-16") && supported(declared.group(1))) {
                charset = Charset.forName(declared.group(1));
            }
        }
        in.skipNBytes(mark);
        return new XmlCharacters(new InputStreamReader(in, charset));
    }

    private static boolean supported(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException odd) {
            return false;
        }
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        boolean same = bytes.length >= first.length;
        for (int i = 0; same && i < first.length; i++) {
            same = (bytes[i] & 0xFF) == first[i];
        }
        return same;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char @Nullable [] target, int offset, int count) throws IOException {
        char[] characters = Objects.requireNonNull(target);
        int read = in.read(characters, offset, count);
        for (int i = offset; i < offset + read; i++) {
            char c = characters[i];
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= '\uFFFE') {
                characters[i] = ' ';
            }
        }
        return read;
    }
}
