package org.scholion.library.internal.edit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.scholion.bibtex.BibtexElement.Entry;
import org.scholion.bibtex.BibtexField;
import org.scholion.bibtex.PlainValue;
import org.scholion.library.edit.BibtexFinding.Replacement;
import org.scholion.library.edit.BibtexFinding.Severity;
import org.scholion.library.edit.BibtexRule;

/** Years and dates that cannot be. */
public final class YearRules {

    private static final Pattern FOUR_DIGITS = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");
    /** A year, also one in doubt, with a letter, a range or what stands for one that is not known yet. */
    private static final Pattern YEAR = Pattern.compile(
            "-?\\d{3,4}\\p{L}?|\\d{4}\\s*[-–—/]+\\s*(?:\\d{2,4})?|\\[?(?:c\\.|ca\\.|circa)?\\s*\\d{4}\\??\\]?|\\d{4}\\s*\\[\\d{4}\\]"
                    + "|(?:in press|in preparation|to appear|forthcoming|submitted|accepted|in review|under review|n\\.\\s?d\\.|nd|no date|in print)\\.?",
            Pattern.CASE_INSENSITIVE);
    private static final String DAY = "[-+]?[\\dXu]{4}(?:-[\\dXu]{2}(?:-[\\dXu]{2}(?:T[\\d:.+Z-]*)?)?)?[?~%]?";
    private static final Pattern DATE = Pattern.compile("(?:" + DAY + "|\\.\\.)?/?(?:" + DAY + "|\\.\\.)?|y-?\\d+|\\d{4}-\\d{2}-\\d{2}[ T].*");

    private final CheckContext context;
    private final int thisYear;

    public YearRules(CheckContext context, int thisYear) {
        this.context = context;
        this.thisYear = thisYear;
    }

    public void check(Entry entry) {
        Optional<BibtexField> year = entry.field("year");
        Optional<BibtexField> date = entry.field("date");
        year.ifPresent(this::year);
        date.ifPresent(this::date);
        if (year.isPresent() && date.isPresent()) {
            Matcher inYear = FOUR_DIGITS.matcher(year.get().value());
            Matcher inDate = FOUR_DIGITS.matcher(date.get().value());
            if (inYear.find() && inDate.find() && !inYear.group().equals(inDate.group())) {
                context.add(BibtexRule.YEAR, Severity.WARNING, year.get().valueRange(), NLS.bind(Messages.check_yearDiffers, inYear.group(), inDate.group()),
                        Messages.check_yearDiffers_why);
            }
        }
    }

    private void year(BibtexField field) {
        String value = PlainValue.of(field.value());
        if (value.isEmpty()) {
            return;
        }
        Matcher digits = FOUR_DIGITS.matcher(value);
        boolean found = digits.find();
        if (!YEAR.matcher(value).matches()) {
            boolean one = found && !digits.find();
            List<Replacement> replacements = one ? CheckContext.replacement(field, 0, field.value().length(), only(value),
                    NLS.bind(Messages.check_year_fix, only(value))) : List.of();
            context.add(BibtexRule.YEAR, Severity.WARNING, field.valueRange(), NLS.bind(Messages.check_year, value), Messages.check_year_why, replacements);
        } else if (found) {
            future(field, Integer.parseInt(only(value)));
        }
    }

    private static String only(String value) {
        Matcher digits = FOUR_DIGITS.matcher(value);
        return digits.find() ? digits.group() : value;
    }

    private void date(BibtexField field) {
        String value = PlainValue.of(field.value()).replace('–', '-');
        if (value.isEmpty() || YEAR.matcher(value).matches()) {
            return;
        }
        if (!DATE.matcher(value).matches()) {
            if (context.biblatex()) {
                context.add(BibtexRule.YEAR, Severity.WARNING, field.valueRange(), NLS.bind(Messages.check_date, value), Messages.check_date_why);
            }
            return;
        }
        Matcher digits = FOUR_DIGITS.matcher(value);
        if (digits.find()) {
            future(field, Integer.parseInt(digits.group()));
        }
    }

    private void future(BibtexField field, int year) {
        if (year > thisYear + 1) {
            context.add(BibtexRule.YEAR, Severity.WARNING, field.valueRange(), NLS.bind(Messages.check_future, String.valueOf(year)),
                    Messages.check_future_why);
        }
    }
}
