package org.scholion.library.internal.online;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;

/** Collects what a source says of a work and proposes a key for it. */
final class FoundWork {

    private static final int MAX_PEOPLE = 5000;

    private final Reference.Builder reference = new Reference.Builder("work");
    private String title = "";
    private String family = "";
    private int year;
    private int people;

    FoundWork type(WorkType type) {
        reference.type(type);
        return this;
    }

    FoundWork title(String text) {
        title = PlainText.of(text);
        reference.title(title);
        return this;
    }

    /** Whether it says what work it is at all. */
    boolean isEmpty() {
        return title.isEmpty();
    }

    FoundWork venue(String text) {
        reference.venue(PlainText.of(text));
        return this;
    }

    FoundWork abstractText(String text) {
        reference.abstractText(PlainText.of(text).replaceFirst("^Abstract:?\\s+(?=\\p{Lu})", ""));
        return this;
    }

    FoundWork doi(String text) {
        reference.doi(text);
        return this;
    }

    FoundWork field(WorkField field, String text) {
        reference.field(field, PlainText.of(text));
        return this;
    }

    /** With an en dash or a hyphen between them. */
    FoundWork pages(String text) {
        return field(WorkField.PAGES, text.replaceAll("\\s*[\u2012-\u2014-]+\\s*", "-"));
    }

    FoundWork keyword(String text) {
        reference.keyword(PlainText.of(text));
        return this;
    }

    /** Only years that can be ones count. */
    FoundWork year(OptionalInt value) {
        if (value.isPresent() && value.getAsInt() >= 1000 && value.getAsInt() <= 2200) {
            year = value.getAsInt();
            reference.year(year);
        }
        return this;
    }

    /** As exact as it is known: zeros are not. */
    FoundWork date(int ofYear, int month, int day) {
        year(OptionalInt.of(ofYear));
        if (year == ofYear && month >= 1 && month <= 12) {
            String date = String.format(Locale.ROOT, "%04d-%02d", ofYear, month);
            reference.field(WorkField.DATE, day >= 1 && day <= 31 ? date + String.format(Locale.ROOT, "-%02d", day) : date);
        }
        return this;
    }

    /** ISO 8601, of which the date counts. */
    FoundWork date(String iso) {
        if (iso.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            date(Integer.parseInt(iso.substring(0, 4)), Integer.parseInt(iso.substring(5, 7)), Integer.parseInt(iso.substring(8, 10)));
        } else if (iso.matches("\\d{4}.*")) {
            year(OptionalInt.of(Integer.parseInt(iso.substring(0, 4))));
        }
        return this;
    }

    FoundWork author(String familyName, String given, String suffix) {
        return person(familyName, given, suffix, true);
    }

    FoundWork editor(String familyName, String given, String suffix) {
        return person(familyName, given, suffix, false);
    }

    private FoundWork person(String familyName, String given, String suffix, boolean author) {
        String name = PlainText.of(familyName.isBlank() ? given : familyName);
        if (!name.isEmpty() && people++ < MAX_PEOPLE) {
            Person person = new Person(name, familyName.isBlank() ? "" : PlainText.of(given), PlainText.of(suffix), false);
            add(person, author);
        }
        return this;
    }

    FoundWork body(String name, boolean author) {
        String plain = PlainText.of(name);
        if (!plain.isEmpty() && people++ < MAX_PEOPLE) {
            add(Person.body(plain), author);
        }
        return this;
    }

    /** A name in one piece, the family name last. */
    FoundWork author(String name) {
        String plain = PlainText.of(name);
        int comma = plain.indexOf(',');
        if (comma > 0) {
            return author(plain.substring(0, comma), plain.substring(comma + 1).strip(), "");
        }
        if (plain.matches("(?i).*\\b(?:collaboration|consortium|group|team|committee)\\b.*")) {
            return body(plain, true);
        }
        int at = plain.lastIndexOf(' ');
        // particles in small letters belong to the family name
        while (at > 0) {
            int before = plain.lastIndexOf(' ', at - 1);
            String word = plain.substring(before + 1, at);
            if (before < 0 || word.isEmpty() || !Character.isLowerCase(word.codePointAt(0))) {
                break;
            }
            at = before;
        }
        return author(plain.substring(at + 1), at < 0 ? "" : plain.substring(0, at), "");
    }

    private void add(Person person, boolean author) {
        if (author) {
            reference.author(person);
        } else {
            reference.editor(person);
        }
        if (family.isEmpty()) {
            family = person.family();
        }
    }

    /** With a key such as {@code lowry1951protein}. */
    Reference build() {
        String word = "";
        for (String next : title.split(" ")) {
            String plain = letters(next);
            if (plain.length() > 3) {
                word = plain;
                break;
            }
        }
        String key = letters(family) + (year == 0 ? "" : year) + word;
        return reference.key(key.isEmpty() ? "work" : key).build();
    }

    private static String letters(String text) {
        String plain = Normalizer.normalize(text.substring(0, Math.min(text.length(), 60)), Normalizer.Form.NFD);
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    }
}
