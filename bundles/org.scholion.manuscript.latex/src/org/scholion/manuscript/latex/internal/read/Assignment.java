package org.scholion.manuscript.latex.internal.read;

import java.util.Set;
import org.scholion.manuscript.latex.internal.tex.TexText;

/** Skips what TeX takes as a number or length behind a parameter. */
final class Assignment {

    private static final Set<String> UNITS = Set.of("pt", "em", "ex", "cm", "mm", "in", "bp", "pc", "sp", "dd", "cc", "mu", "fil", "fill", "filll",
            "truecm", "truein", "truept", "truemm");

    private Assignment() {}

    /** Behind the value that begins at {@code from}, or {@code from}. */
    static int skip(TexText text, int from, int end) {
        int at = from;
        boolean more = true;
        while (more) {
            int next = text.skipBlanks(at, end);
            if (next < end && text.at(next) == '=') {
                next = text.skipBlanks(next + 1, end);
            }
            int after = value(text, next, end);
            if (after == next) {
                return at;
            }
            at = after;
            next = text.skipBlanks(at, end);
            int keyword = keyword(text, next);
            more = keyword > 0 || next < end && text.at(next) == '=';
            if (keyword > 0) {
                at = next + keyword;
            }
        }
        return at;
    }

    private static int keyword(TexText text, int at) {
        for (String keyword : new String[] {"plus", "minus", "by "}) {
            if (text.text().startsWith(keyword, at)) {
                return keyword.length();
            }
        }
        return 0;
    }

    private static int value(TexText text, int from, int end) {
        int at = from;
        while (at < end && (text.at(at) == '-' || text.at(at) == '+')) {
            at++;
        }
        if (at < end && text.at(at) == '`') {
            at++;
            return at < end && text.at(at) == '\\' ? Math.min(end, at + 2) : Math.min(end, at + 1);
        }
        if (at < end && text.at(at) == '\\') {
            return text.nameEnd(at, end, true);
        }
        int number = at;
        while (at < end && (Character.isDigit(text.at(at)) || text.at(at) == '.' && at + 1 < end && Character.isDigit(text.at(at + 1)))) {
            at++;
        }
        if (at == number) {
            return from;
        }
        int unit = text.skipBlanks(at, end);
        if (unit == at && unit < end && text.at(unit) == '\\') {
            return text.nameEnd(unit, end, true);
        }
        int letters = unit;
        while (letters < end && TexText.isLetter(text.at(letters))) {
            letters++;
        }
        return UNITS.contains(text.text().substring(unit, letters)) ? letters : at;
    }
}
