package org.scholion.library.internal.edit;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexField;
import org.scholion.library.edit.BibtexFinding.Replacement;
import org.scholion.library.edit.BibtexFinding.Severity;
import org.scholion.library.edit.BibtexRule;

/** DOI, ISBN and ISSN that cannot be. */
public final class IdentifierRules {

    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}(?:\\.\\d+)*/[^\\s{}]+(?:\\{[^{}\\s]*\\}[^\\s{}]*)*");
    private static final Pattern RESOLVER = Pattern.compile("(?i)^(?:https?://)?(?:(?:dx\\.|www\\.)?doi\\.org/|doi:\\s*|doi\\s+)");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\dXx -]*[\\dXx]");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015]|\\\\?-{1,2}|\\{-\\}");

    private final CheckContext context;

    public IdentifierRules(CheckContext context) {
        this.context = context;
    }

    public void check(Entry entry) {
        entry.field("doi").ifPresent(this::doi);
        entry.field("isbn").ifPresent(field -> numbers(field, BibtexRule.ISBN));
        entry.field("issn").ifPresent(field -> numbers(field, BibtexRule.ISSN));
    }

    private void doi(BibtexField field) {
        String written = field.value();
        String value = written.strip().replace("\\_", "_").replace("\\%", "%").replace("\\&", "&").replace("{_}", "_").replace("$<$", "<").replace("$>$", ">");
        if (value.isEmpty()) {
            return;
        }
        String bare = RESOLVER.matcher(value).replaceFirst("");
        boolean resolver = !bare.equals(value);
        String clean = bare.replaceAll("[.,;]+$", "");
        if (!DOI.matcher(clean).matches()) {
            context.add(BibtexRule.DOI, Severity.WARNING, field.valueRange(), NLS.bind(Messages.check_doi, value), Messages.check_doi_why);
        } else if (!clean.equals(bare)) {
            context.add(BibtexRule.DOI, Severity.WARNING, field.valueRange(), NLS.bind(Messages.check_doiEnd, value), Messages.check_doi_why, fix(field, clean));
        } else if (resolver) {
            context.add(BibtexRule.DOI, Severity.INFO, field.valueRange(), Messages.check_doiResolver, Messages.check_doiResolver_why, fix(field, clean));
        }
    }

    private static List<Replacement> fix(BibtexField field, String doi) {
        return CheckContext.replacement(field, 0, field.value().length(), doi, NLS.bind(Messages.check_doi_fix, doi));
    }

    private void numbers(BibtexField field, BibtexRule rule) {
        String value = DASHES.matcher(field.value()).replaceAll("-");
        // several stand side by side, with remarks such as (print)
        boolean any = false;
        for (String item : value.split("[,;/()]|\\band\\b|\\bISBN\\b|\\s{2,}|(?<=[\\dXx])\\s+(?=97[89][-\\d])|(?<=-[\\dXx])\\s+(?=\\d)")) {
            Matcher matcher = NUMBER.matcher(item);
            if (!matcher.find()) {
                continue;
            }
            any = true;
            String digits = matcher.group().replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
            boolean right = rule == BibtexRule.ISSN ? isIssn(digits) : isIsbn(digits);
            if (!right) {
                boolean other = rule == BibtexRule.ISBN && isIssn(digits);
                String message = rule == BibtexRule.ISSN ? Messages.check_issn : other ? Messages.check_issnAsIsbn : Messages.check_isbn;
                context.add(rule, other ? Severity.INFO : Severity.WARNING, field.valueRange(), NLS.bind(message, matcher.group()),
                        other ? Messages.check_issnAsIsbn_why : Messages.check_number_why);
                return;
            }
        }
        if (!any && !field.value().isBlank()) {
            String message = rule == BibtexRule.ISSN ? Messages.check_issn : Messages.check_isbn;
            context.add(rule, Severity.WARNING, field.valueRange(), NLS.bind(message, field.value()), Messages.check_number_why);
        }
    }

    static boolean isIssn(String digits) {
        return digits.matches("\\d{7}[\\dX]") && weighted(digits, 8) % 11 == 0;
    }

    static boolean isIsbn(String digits) {
        if (digits.matches("\\d{9}[\\dX]")) {
            return weighted(digits, 10) % 11 == 0;
        }
        if (!digits.matches("97[89]\\d{10}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    private static int weighted(String digits, int first) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) == 'X' ? 10 : digits.charAt(i) - '0';
            sum += digit * (first - i);
        }
        return sum;
    }
}
