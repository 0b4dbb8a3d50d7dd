package org.scholion.library.internal.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.library.Person;
import org.scholion.library.internal.format.Names;

/** Finds out from the look of the first page what the title is and who wrote it. */
final class FrontPage {

    private static final Pattern NO_TITLE = Pattern.compile(
            "(?i)^(?:arxiv\\b|doi\\b|https?:|www\\.|vol(?:ume|\\.)|issn\\b|research article$|review$|original (?:article|paper)|open access$|contents lists|available online|"
                    + "journal homepage|proceedings of\\b|journal of\\b|preprint\\b|draft\\b|submitted\\b|show your work|typeset\\b|version\\b|published\\b|abstract\\b).*");

    private static final Pattern ABSTRACT = Pattern.compile("(?i)^(?:a\\s?b\\s?s\\s?t\\s?r\\s?a\\s?c\\s?t|summary)\\b[\\s.:\u2014\u2013-]*(.*)$", Pattern.DOTALL);

    private static final Pattern AFTER_ABSTRACT = Pattern.compile(
            "(?i)^(?:(?:\\d+|I)\\.?\\s+)?(?:introduction|keywords?|key words|index terms|ccs concepts|categories|jel\\b|msc\\b|pacs\\b|contents|acm reference)\\b.*",
            Pattern.DOTALL);

    private static final Pattern NOT_IN_NAMES = Pattern.compile(
            "[\\d*\u2217\u2020\u2021\u00a7\u00b6\u2016#\u00b9\u00b2\u00b3\u2070-\u2079]+|\\([^)]*\\)|\\b(?:PhD|MD|Ph\\.D\\.|M\\.D\\.|Dr\\.|Prof\\.)");

    private static final Pattern NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}.'\u2019-]*(?:\\s+(?:\\p{Lu}[\\p{L}.'\u2019-]*|van|von|de|der|den|del|della|di|da|dos|la|le|ten|bin|ibn|al|el|y)){1,4}");

    private static final Set<String> NO_NAMES = Set.of(
            "abstract", "introduction", "research", "google", "brain", "microsoft", "facebook", "deepmind", "openai", "laboratory", "laboratories", "labs", "lab",
            "school", "college", "faculty", "academy", "hospital", "street", "avenue", "road", "usa", "china", "germany", "france", "uk", "kingdom", "states",
            "science", "sciences", "engineering", "physics", "computer", "technology", "article", "journal", "received", "accepted", "published", "member",
            "senior", "dissertation", "thesis", "phd", "appendix", "doctoral", "universit\u00e4t", "fakult\u00e4t", "ieee", "acm", "fellow", "california", "york", "cambridge", "oxford", "department", "the", "keywords", "author", "corresponding");

    private static final int LONGEST_TITLE = 400;
    private static final int LONGEST_ABSTRACT = 6000;

    private final List<TextLine> lines;
    private final int titleStart;
    private final int titleEnd;

    /** @param page the lines of the page in reading order, without turned ones */
    FrontPage(List<TextLine> page) {
        lines = page;
        int[] title = title(page);
        titleStart = title[0];
        titleEnd = title[1];
    }

    /** What is set largest and reads as a title. */
    Optional<String> title() {
        StringBuilder title = new StringBuilder();
        for (TextLine line : lines.subList(titleStart, titleEnd)) {
            if (title.length() > 1 && title.charAt(title.length() - 1) == '-') {
                title.setLength(title.length() - 1);
                title.append(line.text());
            } else {
                title.append(title.isEmpty() ? "" : " ").append(line.text());
            }
        }
        String text = title.toString().replaceFirst("[\\s*\u2217\u2020\u2021]+$", "");
        return text.isEmpty() || text.length() > LONGEST_TITLE ? Optional.empty() : Optional.of(text);
    }

    private static int[] title(List<TextLine> page) {
        double body = page.stream().sorted(Comparator.comparingDouble(TextLine::size)).skip(page.size() / 2).mapToDouble(TextLine::size).findFirst().orElse(0);
        int[] best = {0, 0};
        double bestSize = 1.15 * body;
        int start = 0;
        for (int i = 1; i <= page.size(); i++) {
            boolean goesOn = i < page.size()
                    && page.get(i).sameSizeAs(page.get(start))
                    && Math.abs(page.get(i).baseline() - page.get(i - 1).baseline()) < 2.2 * page.get(start).size();
            if (!goesOn) {
                String text = String.join(" ", page.subList(start, i).stream().map(TextLine::text).toList());
                boolean words = text.split(" ").length >= 3 || text.length() >= 12 && text.contains(" ");
                if (words && page.get(start).size() > bestSize * 1.01 && !NO_TITLE.matcher(text).matches() && text.chars().filter(Character::isLetter).count() >= 8) {
                    best = new int[] {start, i};
                    bestSize = page.get(start).size();
                }
                start = i;
            }
        }
        return best[1] > 0 ? best : plainTitle(page);
    }

    /** Some journals set the title no larger than the text: what is bold, or stands right above names, is it then. */
    private static int[] plainTitle(List<TextLine> page) {
        for (int i = 0; i < Math.min(page.size(), 8); i++) {
            if (NO_TITLE.matcher(page.get(i).text()).matches()) {
                continue;
            }
            int end = i;
            while (end < page.size() && end < i + 6 && page.get(end).bold()) {
                end++;
            }
            String text = String.join(" ", page.subList(i, end).stream().map(TextLine::text).toList());
            if (text.split(" ").length >= 3) {
                return new int[] {i, end};
            }
            for (int next = i + 1; next < Math.min(page.size(), i + 4) && page.get(next - 1).sameSizeAs(page.get(i)); next++) {
                if (names(page.get(i).text()).isEmpty() && page.get(i).text().split(" ").length >= 4 && !names(page.get(next).text()).isEmpty()) {
                    return new int[] {i, next};
                }
            }
        }
        return new int[] {0, 0};
    }

    /** The names under the title; nothing where it is not clear that they are names. */
    List<Person> authors() {
        List<Person> people = new ArrayList<>();
        int misses = 0;
        for (int i = titleEnd; titleEnd > 0 && i < Math.min(lines.size(), titleEnd + 30) && misses < 4; i++) {
            String line = lines.get(i).text();
            if (ABSTRACT.matcher(line).matches() || line.length() > 300) {
                break;
            }
            List<Person> found = names(line);
            if (found.isEmpty()) {
                misses++;
            } else {
                people.addAll(found);
            }
        }
        return people;
    }

    /** Whether somebody can be called so. */
    static boolean canBeName(String name) {
        return !Names.isBody(name) && Arrays.stream(name.toLowerCase(Locale.ROOT).split("\\s")).noneMatch(NO_NAMES::contains);
    }

    private static List<Person> names(String line) {
        List<Person> people = new ArrayList<>();
        if (line.contains("@")) {
            return people;
        }
        String plain = NOT_IN_NAMES.matcher(line).replaceAll(",").replaceAll("\\s\\p{Ll}(?=[\\s,]|$)", ",").replaceAll("\\s(?:and|und|et|&)\\s|[;\u00b7\u2022|]", ",");
        for (String piece : plain.split(",")) {
            String name = piece.strip().replaceFirst("^(?:and|by)\\s+", "").replaceFirst("\\s+and$", "");
            if (name.length() < 2) {
                continue;
            }
            if (!NAME.matcher(name).matches() || !canBeName(name)) {
                return List.of();
            }
            Names.of(name).ifPresent(people::add);
        }
        return people;
    }

    /**
     * The abstract between its heading and what follows it.
     *
     * @param paragraphs the text of the first pages
     */
    static String abstractOf(List<String> paragraphs) {
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        for (String paragraph : paragraphs) {
            if (inside && (AFTER_ABSTRACT.matcher(paragraph).matches() || text.length() > LONGEST_ABSTRACT)) {
                break;
            }
            if (inside) {
                text.append(text.isEmpty() ? "" : " ").append(paragraph);
                continue;
            }
            Matcher start = ABSTRACT.matcher(paragraph);
            if (start.matches()) {
                inside = true;
                text.append(start.group(1));
            }
        }
        return text.length() < 80 || text.length() > LONGEST_ABSTRACT ? "" : text.toString();
    }
}
