package org.scholion.fuzz;

import java.util.Random;

/** Breaks a text in the ways in which files break. The same seed gives the same text. */
final class Mutations {

    private static final String[] PIECES = {
        "{", "}", "[", "]", "$", "$$", "%", "\\", "\\begin{", "\\end{", "\\begin{equation}", "\\end{document}", "\\verb|", "\\iffalse ", "\\else ",
        "\\fi ", "\\def\\a{\\a\\a}\\a ", "\\newcommand{\\b}[9]{#1#9\\b}", "\\footnote{", "\\section{", "\\item[", "&", "#1", "~", "^^M", "\\'", "\\cite{",
        "\\input{main}", "\\let\\x\\y ", "\\(", "\\)", "\\[", "\\]", "``", "''", "---", "\u0000", "\ufffc", "\ud800", "\udc00", "\u2028", "\r", "\r\n",
        "\n\n", "\\begin{verbatim}", "\\makeatletter", "\\emph", "\\multicolumn{", "\\IfNoValueTF{#1}", "\\expandafter\\csname", "@", "=", ","
    };

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    String mutate(String text) {
        StringBuilder result = new StringBuilder(text);
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count && result.length() > 2; i++) {
            int at = random.nextInt(result.length());
            int length = Math.min(result.length() - at, 1 + random.nextInt(60));
            switch (random.nextInt(7)) {
                case 0 -> result.deleteCharAt(at);
                case 1 -> result.delete(at, at + length);
                case 2 -> result.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> result.insert(random.nextInt(result.length()), result.substring(at, at + length));
                case 4 -> result.setCharAt(at, (char) random.nextInt(0x3000));
                case 5 -> result.insert(at, PIECES[random.nextInt(PIECES.length)].repeat(1 + random.nextInt(40)));
                default -> truncate(result, at);
            }
        }
        return result.toString();
    }

    private void truncate(StringBuilder text, int at) {
        if (random.nextInt(4) == 0) {
            text.setLength(at);
        }
    }
}
