package org.scholion.bibtex.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.bibtex.BibtexElement;
import org.scholion.bibtex.BibtexField;
import org.scholion.bibtex.BibtexFile;
import org.scholion.bibtex.BibtexProblem;
import org.scholion.bibtex.BibtexProblem.Kind;
import org.scholion.text.LineIndex;
import org.scholion.text.TextRange;

/** Reads one text from left to right, once. */
public final class Parser {

    private static final String NO_NAME = "\"#%'(),={}@\\";

    private final String text;
    private final int length;
    private final RestartIndex restarts;
    private final ValueParser values;
    private final List<BibtexElement> elements = new ArrayList<>();
    private final List<BibtexProblem> problems = new ArrayList<>();
    private final Macros macros = new Macros();
    private int pos;
    /** Behind the last element. */
    private int done;
    private boolean entryHasProblem;
    /** Most files have no problems, and nobody asks for their lines. */
    private @Nullable LineIndex lines;

    public Parser(String text) {
        this.text = text;
        length = text.length();
        restarts = new RestartIndex(text);
        values = new ValueParser(text, new BraceIndex(text), restarts, macros);
    }

    public BibtexFile parse() {
        while (pos < length) {
            char c = text.charAt(pos);
            if (c == '%' && (pos == 0 || text.charAt(pos - 1) != '\\')) {
                pos = lineEnd(pos);
            } else if (c == '@' && (pos == done || !Character.isLetterOrDigit(text.charAt(pos - 1)))) {
                element();
            } else {
                pos++;
            }
        }
        between(length);
        return new BibtexFile(text, elements, problems);
    }

    private void element() {
        int at = pos;
        int typeStart = skipSpace(at + 1);
        int typeEnd = typeStart;
        while (typeEnd < length && isTypeChar(text.charAt(typeEnd))) {
            typeEnd++;
        }
        String type = text.substring(typeStart, typeEnd).toLowerCase(Locale.ROOT);
        int open = skipSpace(typeEnd);
        if (type.equals("comment")) {
            comment(at, typeEnd, open);
        } else if (typeEnd == typeStart || open == length || text.charAt(open) != '{' && text.charAt(open) != '(') {
            pos = at + 1;
        } else {
            entryHasProblem = false;
            char close = text.charAt(open) == '{' ? '}' : ')';
            switch (type) {
                case "string" -> string(at, open, close);
                case "preamble" -> preamble(at, open, close);
                default -> new EntryReader(at, new TextRange(typeStart, typeEnd), type, close).read(open + 1);
            }
        }
    }

    private void comment(int at, int typeEnd, int open) {
        boolean group = open < length && (text.charAt(open) == '{' || text.charAt(open) == '(');
        int close = group ? values.groupEnd(open) : BraceIndex.UNCLOSED;
        if (group && close == BraceIndex.UNCLOSED) {
            problem(Kind.CUT_SHORT, new TextRange(at, typeEnd), NLS.bind(Messages.CutShort, "@comment"));
        }
        if (close == BraceIndex.UNCLOSED) {
            int end = lineEnd(typeEnd);
            add(new BibtexElement.Comment(new TextRange(typeEnd, end), new TextRange(at, end)));
        } else {
            add(new BibtexElement.Comment(new TextRange(open + 1, close), new TextRange(at, close + 1)));
        }
    }

    private void string(int at, int open, char close) {
        int nameStart = skipIgnored(open + 1);
        int nameEnd = nameEnd(nameStart);
        int equals = skipIgnored(nameEnd);
        if (nameEnd == nameStart || equals == length || text.charAt(equals) != '=') {
            broken(Kind.BAD_FIELD, new TextRange(nameStart, nameEnd), NLS.bind(Messages.BadField, "@string"), nameEnd);
            return;
        }
        BibtexField field = value("@string", new TextRange(nameStart, nameEnd), equals + 1);
        int end = skipTrailing();
        if (field == null || end == length || text.charAt(end) != close) {
            broken(Kind.CUT_SHORT, new TextRange(at, nameEnd), NLS.bind(Messages.CutShort, "@string " + text.substring(nameStart, nameEnd)), pos);
            return;
        }
        macros.define(field.name(), field.value());
        add(new BibtexElement.StringMacro(field, new TextRange(at, end + 1)));
    }

    private void preamble(int at, int open, char close) {
        BibtexField field = value("@preamble", TextRange.at(skipIgnored(open + 1)), open + 1);
        int end = skipTrailing();
        if (field == null || end == length || text.charAt(end) != close) {
            broken(Kind.CUT_SHORT, new TextRange(at, open + 1), NLS.bind(Messages.CutShort, "@preamble"), pos);
            return;
        }
        add(new BibtexElement.Preamble(field, new TextRange(at, end + 1)));
    }

    /** Behind a value: white space, comments and a comma that nothing follows. */
    private int skipTrailing() {
        int end = skipIgnored(pos);
        return end < length && text.charAt(end) == ',' ? skipIgnored(end + 1) : end;
    }

    /** Reads the value at {@code from}, leaves {@link #pos} behind it; null when it cannot be read, which was then told. */
    @Nullable
    private BibtexField value(String entry, TextRange name, int from) {
        int start = skipIgnored(from);
        ValueParser.Result result = values.read(start, this::skipIgnored);
        pos = result.end();
        TextRange nameRange = name;
        String nameText = name.of(text).toLowerCase(Locale.ROOT);
        switch (result.outcome()) {
            case UNBALANCED -> {
                problem(Kind.UNBALANCED, new TextRange(start, result.end()), NLS.bind(Messages.Unbalanced, entry, nameText));
                return null;
            }
            case MISSING -> {
                TextRange place = name.isEmpty() ? TextRange.at(start) : name;
                problem(Kind.BAD_FIELD, place, NLS.bind(Messages.BadField, entry));
                return null;
            }
            case ODD -> problem(Kind.BAD_FIELD, new TextRange(start, result.end()), NLS.bind(Messages.BadField, entry));
            case READ -> {
                for (TextRange unknown : result.unknownMacros()) {
                    add(Kind.UNKNOWN_MACRO, unknown, NLS.bind(Messages.UnknownMacro, unknown.of(text)));
                }
            }
        }
        return new BibtexField(nameText, nameRange, new TextRange(start, result.end()), result.parts(), result.value());
    }

    /** Tells the problem and goes on where a line begins like an entry. */
    private void broken(Kind kind, TextRange range, String message, int from) {
        problem(kind, range, message);
        pos = restarts.next(Math.max(from, done + 1), length);
    }

    /** One problem an entry: the others are often its consequences. */
    private void problem(Kind kind, TextRange range, String message) {
        if (!entryHasProblem || kind == Kind.CLOSED_EARLY) {
            entryHasProblem = true;
            add(kind, range, message);
        }
    }

    private void add(Kind kind, TextRange range, String message) {
        problems.add(new BibtexProblem(kind, range, lines().line(range.start()), message));
    }

    private LineIndex lines() {
        LineIndex known = lines;
        if (known == null) {
            known = new LineIndex(text);
            lines = known;
        }
        return known;
    }

    private void add(BibtexElement element) {
        between(element.range().start());
        elements.add(element);
        pos = element.range().end();
        done = pos;
        entryHasProblem = false;
    }

    private void between(int end) {
        if (end > done) {
            elements.add(new BibtexElement.Between(new TextRange(done, end)));
            done = end;
        }
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < length && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Skips white space and comments. */
    private int skipIgnored(int from) {
        int i = skipSpace(from);
        while (i < length && text.charAt(i) == '%') {
            i = skipSpace(lineEnd(i));
        }
        return i;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < length && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private int nameEnd(int from) {
        int i = from;
        while (i < length && isNameChar(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean isTypeChar(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    static boolean isNameChar(char c) {
        return !Character.isWhitespace(c) && NO_NAME.indexOf(c) < 0;
    }

    /** Reads one entry behind its opening delimiter. */
    private final class EntryReader {
        private final int at;
        private final TextRange typeRange;
        private final String type;
        private final char close;
        private final List<BibtexField> fields = new ArrayList<>();
        private TextRange keyRange = TextRange.at(0);
        private String key = "";

        EntryReader(int at, TextRange typeRange, String type, char close) {
            this.at = at;
            this.typeRange = typeRange;
            this.type = type;
            this.close = close;
        }

        void read(int from) {
            pos = key(from);
            boolean more = true;
            boolean comma = pos < length && text.charAt(pos) == ',' || key.isEmpty();
            while (more) {
                pos = skipIgnored(pos);
                while (pos < length && text.charAt(pos) == ',') {
                    comma = true;
                    pos = skipIgnored(pos + 1);
                }
                if (pos < length && text.charAt(pos) == close) {
                    finish(pos + 1, true);
                    warnWhenClosedEarly();
                    return;
                }
                more = field(comma);
                comma = false;
            }
        }

        /** Reads the key and returns the place behind it. */
        private int key(int from) {
            int start = skipIgnored(from);
            int end = start;
            while (end < length && !endsKey(end)) {
                end++;
            }
            boolean missing = end < length && text.charAt(end) == '=';
            int keyEnd = missing ? start : end;
            while (keyEnd > start && Character.isWhitespace(text.charAt(keyEnd - 1))) {
                keyEnd--;
            }
            keyRange = new TextRange(start, keyEnd);
            key = keyRange.of(text);
            if (key.isEmpty()) {
                problem(Kind.MISSING_KEY, typeRange, Messages.MissingKey);
            }
            return missing ? start : end;
        }

        private boolean endsKey(int at) {
            char c = text.charAt(at);
            if (c == '=') {
                int next = skipSpace(at + 1);
                return next < length && (text.charAt(next) == '{' || text.charAt(next) == '"');
            }
            return c == ',' || c == close || c == '{' || c == '}' || c == '\n' || c == '\r';
        }

        /** Reads a field; false when the entry is broken and was ended. */
        private boolean field(boolean comma) {
            int nameStart = pos;
            int nameEnd = nameEnd(nameStart);
            int equals = skipIgnored(nameEnd);
            TextRange name = new TextRange(nameStart, nameEnd);
            if (nameStart == length || restarts.isAt(nameStart)) {
                return cutShort(nameStart);
            }
            if (nameEnd == nameStart || equals == length || text.charAt(equals) != '=') {
                int end = equals == length ? length : Math.max(nameEnd, nameStart);
                if (end == length) {
                    return cutShort(end);
                }
                int lastRead = nameStart;
                finish(trimmedEnd(lastRead), false);
                broken(Kind.BAD_FIELD, new TextRange(nameStart, Math.max(nameEnd, Math.min(length, nameStart + 1))),
                        NLS.bind(Messages.BadField, key), nameStart);
                return false;
            }
            if (!comma) {
                problem(Kind.MISSING_COMMA, name, NLS.bind(Messages.MissingComma, key, name.of(text)));
            }
            BibtexField field = value(key, name, equals + 1);
            if (field != null) {
                fields.add(field);
                return true;
            }
            if (pos < length && (text.charAt(pos) == ',' || text.charAt(pos) == close)) {
                return true;
            }
            int stopped = pos;
            boolean told = entryHasProblem;
            finish(trimmedEnd(stopped), false);
            entryHasProblem = told;
            pos = restarts.next(stopped, length);
            return false;
        }

        private boolean cutShort(int end) {
            problem(Kind.CUT_SHORT, new TextRange(at, typeRange.end()), NLS.bind(Messages.CutShort, key.isEmpty() ? "@" + type : key));
            finish(trimmedEnd(end), false);
            return false;
        }

        private int trimmedEnd(int end) {
            int trimmed = end;
            while (trimmed > typeRange.end() + 1 && Character.isWhitespace(text.charAt(trimmed - 1))) {
                trimmed--;
            }
            return trimmed;
        }

        private void finish(int end, boolean complete) {
            boolean told = entryHasProblem;
            add(new BibtexElement.Entry(type, typeRange, key, keyRange, fields, new TextRange(at, end), complete));
            entryHasProblem = told;
        }

        private void warnWhenClosedEarly() {
            int comma = skipIgnored(pos);
            int name = comma < length && text.charAt(comma) == ',' ? skipIgnored(comma + 1) : length;
            int end = nameEnd(name);
            int equals = skipIgnored(end);
            if (end > name && equals < length && text.charAt(equals) == '=') {
                problem(Kind.CLOSED_EARLY, new TextRange(name, end), Messages.ClosedEarly);
            }
        }
    }
}
