package org.scholion.library.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexField;
import org.scholion.bibtex.BibtexValue;
import org.scholion.bibtex.LatexValue.Protection;
import org.scholion.bibtex.PlainValue;
import org.scholion.library.edit.BibtexFinding.Replacement;
import org.scholion.library.edit.BibtexFinding.Severity;
import org.scholion.library.edit.BibtexRule;
import org.scholion.text.TextEdit;

/** What stands in values: signs, pages, months, titles. */
public final class TextRules {

    /** Fields that styles print as LaTeX. */
    private static final Set<String> PRINTED = Set.of(
            "title", "subtitle", "booktitle", "maintitle", "journal", "journaltitle", "author", "editor", "publisher", "series", "institution", "school", "organization", "address", "location", "edition", "howpublished", "note",
            "type", "volume", "number", "chapter", "eventtitle", "shorttitle");
    private static final Pattern HTML = Pattern.compile("\\\\?&\\\\?#?(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|[a-z]+(?:acute|grave|uml|circ|tilde|cedil)|\\d{2,5});"
            + "|</?(?:i|b|em|sub|sup|strong|scp|span|p|tt|mml:[a-z]+)(?:\\s[^<>]*)?/?>", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> ENTITIES = Map.of(
            "amp", "\\&", "lt", "<", "gt", ">", "quot", "''", "apos", "'", "nbsp", "~", "ndash", "--", "mdash", "---", "39", "'");
    private static final Pattern URL = Pattern.compile("(?:https?|ftp)://[^\\s{}]+|\\bwww\\.[^\\s{}]+");
    private static final Pattern WRAPPED = Pattern.compile(
            "\\\\(?:url|path|nolinkurl|href|doi|lstinline|verb|detokenize|texttt)\\s*+\\{(?:[^{}]++|\\{[^{}]*+\\})*+\\}");
    private static final Pattern MATHEMATICS = Pattern.compile(
            "(?<!\\\\)\\$(?:\\\\.|[^$\\\\]++)*+\\$|\\\\\\(.*?\\\\\\)|\\\\ensuremath\\{(?:[^{}]++|\\{[^{}]*+\\})*+\\}", Pattern.DOTALL);
    private static final Pattern PAGES = Pattern.compile("(?<![\\w-])(\\d{1,6})\\s*-\\s*(\\d{1,6})(?![\\w-])");
    private static final Pattern ACRONYM = Pattern.compile("(?<![\\p{L}\\p{N}{])\\p{Lu}{2,}[\\p{N}]*s?(?![\\p{L}\\p{N}}])");
    private static final List<String> MONTHS =
            List.of("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december");

    private final CheckContext context;
    /** Most styles print two hyphens for one: worth a word only where a file has mostly two. */
    private final boolean twoHyphens;

    public TextRules(CheckContext context) {
        this.context = context;
        int two = 0;
        for (Entry entry : context.file().entries()) {
            String pages = entry.field("pages").map(BibtexField::value).orElse("");
            two += pages.contains("--") ? 1 : PAGES.matcher(pages).find() ? -1 : 0;
        }
        twoHyphens = two > 0;
    }

    public void check(Entry entry) {
        for (BibtexField field : entry.fields()) {
            if (PRINTED.contains(field.name())) {
                printed(entry, field);
            }
        }
        entry.field("pages").ifPresent(this::pages);
        entry.field("month").ifPresent(this::month);
        entry.field("title").ifPresent(this::title);
    }

    private void printed(Entry entry, BibtexField field) {
        String value = field.value();
        boolean suspicious = false;
        for (int i = 0; i < value.length() && !suspicious; i++) {
            suspicious = "&%#_<:".indexOf(value.charAt(i)) >= 0 || value.startsWith("www.", i);
        }
        if (!suspicious) {
            return;
        }
        StringBuilder rest = new StringBuilder(value);
        blot(rest, WRAPPED);
        Matcher html = HTML.matcher(rest.toString());
        while (html.find()) {
            html(field, html);
        }
        blot(rest, HTML);
        blot(rest, MATHEMATICS);
        if (field.name().equals("howpublished") || field.name().equals("note")) {
            urlPlace(entry, field, rest.toString());
        }
        blot(rest, URL);
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if ("&%#_".indexOf(c) >= 0 && (i == 0 || rest.charAt(i - 1) != '\\')) {
                context.add(BibtexRule.SPECIAL_CHARACTER, Severity.ERROR, CheckContext.place(field, i, i + 1),
                        NLS.bind(Messages.check_special, c, field.name()),
                        NLS.bind(Messages.check_special_why, c),
                        CheckContext.replacement(field, i, i + 1, "\\" + c, NLS.bind(Messages.check_replace_fix, "\\" + c)));
                return;
            }
        }
    }

    private void html(BibtexField field, Matcher html) {
        String name = html.group().replaceAll("[\\\\&#;]", "").toLowerCase(Locale.ROOT);
        String latex = html.group().startsWith("<") ? null : ENTITIES.get(name);
        context.add(BibtexRule.HTML, Severity.WARNING, CheckContext.place(field, html.start(), html.end()),
                NLS.bind(Messages.check_html, html.group(), field.name()),
                Messages.check_html_why, latex == null ? List.of() : CheckContext.replacement(field, html.start(), html.end(), latex,
                        NLS.bind(Messages.check_replace_fix, latex)));
    }

    private void urlPlace(Entry entry, BibtexField field, String rest) {
        Matcher raw = URL.matcher(rest);
        boolean found = raw.find();
        String plain = field.value().strip();
        boolean command = plain.startsWith("\\url{") && plain.indexOf('}') == plain.length() - 1;
        if (!found && !(command && context.biblatex() && entry.field("url").isEmpty())) {
            return;
        }
        List<Replacement> replacements = new ArrayList<>();
        boolean alone = command || found && raw.group().length() == plain.length();
        if (context.biblatex() && alone && entry.field("url").isEmpty() && CheckContext.isOnePiece(field)) {
            List<TextEdit> edits = new ArrayList<>(context.editor().rename(entry, field.name(), "url"));
            String url = command ? plain.substring("\\url{".length(), plain.length() - 1) : plain;
            edits.add(new TextEdit(CheckContext.place(field, 0, field.value().length()), url));
            replacements.add(new Replacement(Messages.check_url_fix, edits));
        } else if (found) {
            String written = field.value().substring(raw.start(), raw.end()).replaceAll("\\\\([_%#&~])", "$1");
            if (written.indexOf('\\') < 0) {
                replacements.addAll(CheckContext.replacement(field, raw.start(), raw.end(), "\\url{" + written + "}", Messages.check_urlCommand_fix));
            }
        }
        context.add(BibtexRule.URL_PLACE, Severity.INFO, field.valueRange(), NLS.bind(Messages.check_url, field.name()),
                context.biblatex() ? Messages.check_url_why : Messages.check_urlRaw_why, replacements);
    }

    private static void blot(StringBuilder text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text.toString());
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                text.setCharAt(i, 'x');
            }
        }
    }

    private void pages(BibtexField field) {
        Matcher matcher = PAGES.matcher(field.value());
        if (!twoHyphens || context.biblatex() || !matcher.find()) {
            return;
        }
        // 12-7 may be an article's number, 1-130 a page of section 1
        boolean range = matcher.group(2).length() < matcher.group(1).length()
                || Integer.parseInt(matcher.group(1)) <= Integer.parseInt(matcher.group(2));
        if (range) {
            int hyphen = matcher.end(1);
            context.add(BibtexRule.PAGES, Severity.INFO, field.valueRange(), NLS.bind(Messages.check_pages, matcher.group()), Messages.check_pages_why,
                    CheckContext.replacement(field, hyphen, matcher.start(2), "--", NLS.bind(Messages.check_replace_fix, "--")));
        }
    }

    private void month(BibtexField field) {
        if (!CheckContext.isOnePiece(field)) {
            return;
        }
        String value = PlainValue.of(field.value()).toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        for (int i = 0; i < MONTHS.size(); i++) {
            String month = MONTHS.get(i);
            // a month in full prints well; it is told where the file does otherwise, or where dates are read
            boolean printsWell = field.value().equals(KeyParts.capitalized(month)) && !context.biblatex() && !context.habits().bareMonths();
            if (!printsWell && value.equals(month) || value.equals(month.substring(0, 3)) || value.equals("sept") && i == 8) {
                String macro = month.substring(0, 3);
                context.add(BibtexRule.MONTH, Severity.INFO, field.valueRange(), NLS.bind(Messages.check_month, field.value()), Messages.check_month_why,
                        List.of(new Replacement(NLS.bind(Messages.check_replace_fix, macro),
                                List.of(new TextEdit(field.valueRange(), BibtexValue.asWritten(macro).text())))));
                return;
            }
        }
    }

    private void title(BibtexField field) {
        String value = field.value();
        String plain = PlainValue.of(value);
        boolean protectedWhole = value.strip().startsWith("{") && value.strip().endsWith("}");
        if (isShouted(plain)) {
            context.add(BibtexRule.TITLE_CASE, Severity.INFO, field.valueRange(), Messages.check_titleCapitals, Messages.check_titleCapitals_why);
        } else if (!protectedWhole && !context.biblatex() && context.habits().protection() == Protection.ACRONYMS) {
            acronyms(field, value);
        }
    }

    private static boolean isShouted(String plain) {
        return plain.split("\\s+").length > 2 && plain.codePoints().filter(Character::isUpperCase).count() > 8
                && plain.codePoints().noneMatch(Character::isLowerCase);
    }

    private void acronyms(BibtexField field, String value) {
        StringBuilder open = new StringBuilder(value);
        int depth = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            depth += c == '}' ? -1 : 0;
            if (depth > 0 || c == '\\' || i > 0 && value.charAt(i - 1) == '\\') {
                open.setCharAt(i, 'x');
            }
            depth += c == '{' ? 1 : 0;
        }
        blot(open, MATHEMATICS);
        Matcher matcher = ACRONYM.matcher(open.toString());
        List<TextEdit> edits = new ArrayList<>();
        List<String> words = new ArrayList<>();
        while (matcher.find()) {
            words.add(matcher.group());
            edits.add(new TextEdit(CheckContext.place(field, matcher.start(), matcher.end()), "{" + matcher.group() + "}"));
        }
        if (!words.isEmpty()) {
            String list = String.join(", ", words);
            context.add(BibtexRule.TITLE_CASE, Severity.INFO, field.valueRange(), NLS.bind(Messages.check_acronym, list), Messages.check_acronym_why,
                    CheckContext.isOnePiece(field) ? List.of(new Replacement(NLS.bind(Messages.check_acronym_fix, list), edits)) : List.of());
        }
    }
}
