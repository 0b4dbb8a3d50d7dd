package org.scholion.library.edit;

import java.util.ArrayList;
import java.util.List;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;

/** Prints references of journals in the manner of well-known styles, with which reading them is measured. */
enum PrintedStyle {
    APA {
        @Override
        String print(Reference r) {
            return join(names(r, true, true, ", "), ", & ") + " (" + r.year().getAsInt() + "). " + r.title() + ". " + r.venue() + ", " + volume(r)
                    + (issue(r).isEmpty() ? "" : "(" + issue(r) + ")") + ", " + pages(r) + "." + (r.doi().isEmpty() ? "" : " https://doi.org/" + r.doi());
        }
    },
    IEEE {
        @Override
        String print(Reference r) {
            return join(names(r, true, false, " "), ", and ") + ", “" + r.title() + ",” " + r.venue() + ", vol. " + volume(r)
                    + (issue(r).isEmpty() ? "" : ", no. " + issue(r)) + ", pp. " + pages(r) + ", " + r.year().getAsInt() + "."
                    + (r.doi().isEmpty() ? "" : " doi: " + r.doi() + ".");
        }
    },
    VANCOUVER {
        @Override
        String print(Reference r) {
            List<String> names = new ArrayList<>();
            for (Person person : r.authors()) {
                String initials = initials(person).replaceAll("[^\\p{Lu}]", "");
                names.add(person.family() + (initials.isEmpty() ? "" : " " + initials.substring(0, Math.min(3, initials.length()))));
            }
            return String.join(", ", names) + ". " + r.title() + ". " + r.venue() + ". " + r.year().getAsInt() + ";" + volume(r)
                    + (issue(r).isEmpty() ? "" : "(" + issue(r) + ")") + ":" + pages(r).replace('–', '-') + "." + (r.doi().isEmpty() ? "" : " doi:" + r.doi());
        }
    },
    CHICAGO {
        @Override
        String print(Reference r) {
            List<String> names = new ArrayList<>(names(r, false, false, " "));
            names.set(0, r.authors().getFirst().display());
            return join(names, ", and ") + ". “" + r.title() + ".” " + r.venue() + " " + volume(r) + (issue(r).isEmpty() ? "" : ", no. " + issue(r)) + " ("
                    + r.year().getAsInt() + "): " + pages(r) + "." + (r.doi().isEmpty() ? "" : " https://doi.org/" + r.doi() + ".");
        }
    },
    NATURE {
        @Override
        String print(Reference r) {
            return "12. " + join(names(r, true, true, ", "), " & ") + " " + r.title() + ". " + r.venue() + " " + volume(r) + ", " + pages(r) + " ("
                    + r.year().getAsInt() + ").";
        }
    },
    ACM {
        @Override
        String print(Reference r) {
            return "[7] " + join(names(r, false, false, " "), ", and ") + ". " + r.year().getAsInt() + ". " + r.title() + ". " + r.venue() + " " + volume(r)
                    + (issue(r).isEmpty() ? "" : ", " + issue(r)) + " (" + r.year().getAsInt() + "), " + pages(r) + "."
                    + (r.doi().isEmpty() ? "" : " https://doi.org/" + r.doi());
        }
    };

    abstract String print(Reference reference);

    private static String volume(Reference r) {
        return r.field(WorkField.VOLUME);
    }

    private static String issue(Reference r) {
        return r.field(WorkField.ISSUE);
    }

    private static String pages(Reference r) {
        return r.field(WorkField.PAGES).replaceAll("-+", "–");
    }

    private static String join(List<String> names, String last) {
        return names.size() == 1 ? names.getFirst() : String.join(", ", names.subList(0, names.size() - 1)) + (names.size() == 2 ? last.replaceFirst("^, and", " and") : last)
                + names.getLast();
    }

    private static String initials(Person person) {
        StringBuilder initials = new StringBuilder();
        for (String word : person.given().split("[\\s.]+")) {
            if (!word.isEmpty()) {
                initials.append(initials.isEmpty() ? "" : " ").append(word, 0, 1).append('.');
            }
        }
        return initials.toString();
    }

    private static List<String> names(Reference r, boolean initials, boolean familyFirst, String between) {
        List<String> names = new ArrayList<>();
        for (Person person : r.authors()) {
            String given = initials ? initials(person) : person.given();
            names.add(given.isEmpty() ? person.family() : familyFirst ? person.family() + between + given : given + between + person.family());
        }
        return names;
    }
}
