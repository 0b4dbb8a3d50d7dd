package org.scholion.manuscript.latex.internal.write;

import java.text.Normalizer;
import java.util.Map;

/** Commands for letters that an encoding does not have. */
final class Letters {

    private static final Map<Character, String> ACCENTS = Map.ofEntries(
            Map.entry('\u0301', "\\'"), Map.entry('\u0300', "\\`"), Map.entry('\u0302', "\\^"), Map.entry('\u0308', "\\\""),
            Map.entry('\u0303', "\\~"), Map.entry('\u0304', "\\="), Map.entry('\u0307', "\\."), Map.entry('\u0327', "\\c"),
            Map.entry('\u030c', "\\v"), Map.entry('\u0306', "\\u"), Map.entry('\u030b', "\\H"), Map.entry('\u0328', "\\k"),
            Map.entry('\u030a', "\\r"), Map.entry('\u0323', "\\d"));

    private static final Map<Integer, String> COMMANDS = Map.ofEntries(
            Map.entry((int) 'ß', "\\ss{}"), Map.entry((int) 'æ', "\\ae{}"), Map.entry((int) 'Æ', "\\AE{}"), Map.entry((int) 'œ', "\\oe{}"),
            Map.entry((int) 'Œ', "\\OE{}"), Map.entry((int) 'ø', "\\o{}"), Map.entry((int) 'Ø', "\\O{}"), Map.entry((int) 'ł', "\\l{}"),
            Map.entry((int) 'Ł', "\\L{}"), Map.entry((int) '€', "\\texteuro{}"), Map.entry((int) '°', "\\textdegree{}"),
            Map.entry((int) '×', "$\\times$"), Map.entry((int) '±', "$\\pm$"), Map.entry((int) '«', "\\guillemotleft{}"),
            Map.entry((int) '»', "\\guillemotright{}"), Map.entry((int) '„', "\\quotedblbase{}"), Map.entry((int) 'μ', "$\\mu$"),
            Map.entry((int) 'µ', "\\textmu{}"), Map.entry((int) '≤', "$\\leq$"), Map.entry((int) '≥', "$\\geq$"),
            Map.entry((int) '→', "$\\rightarrow$"), Map.entry((int) '−', "$-$"), Map.entry((int) '•', "\\textbullet{}"));

    private Letters() {}

    /** A command for the letter; the letter itself where there is none. */
    static String commandFor(int codePoint) {
        String command = COMMANDS.get(codePoint);
        if (command != null) {
            return command;
        }
        String parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD);
        if (parts.length() == 2) {
            String accent = ACCENTS.get(parts.charAt(1));
            if (accent != null) {
                char base = parts.charAt(0);
                return accent + '{' + (base == 'i' ? "\\i" : String.valueOf(base)) + '}';
            }
        }
        return Character.toString(codePoint);
    }
}
