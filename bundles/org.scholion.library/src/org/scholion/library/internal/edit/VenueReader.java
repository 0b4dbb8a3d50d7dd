package org.scholion.library.internal.edit;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.edit.FreeTextReference.Part;

/** Reads what follows the title: where the work appeared. */
final class VenueReader {

    private static final String PAGE = "[A-Za-z]?\\d{1,6}";
    private static final String PAGES = "(" + PAGE + "(?:\\s*[-–—]+\\s*" + PAGE + ")?)";
    private static final String YEAR_TAIL = "(?:\\s*\\([^()]{0,20}(?:1[5-9]|20)\\d\\d[a-z]?\\))?";
    private static final Pattern MARKED_VOLUME = Pattern.compile("(?i),?\\s*\\bvol(?:ume|\\.)?\\s*([A-Z]?\\d{1,4})");
    private static final Pattern MARKED_ISSUE = Pattern.compile("(?i),?\\s*\\b(?:no\\.?|issue|num\\.?|number)\\s*(\\d{1,4}(?:[-–/]\\d{1,4})?)");
    private static final Pattern MARKED_PAGES = Pattern.compile("(?i),?\\s*\\(?\\bpp?\\.?\\s*" + PAGES + "\\)?|\\bpages\\s+" + PAGES);
    private static final List<Pattern> NUMBERS = List.of(
            // 2015;12(3):45-67
            Pattern.compile("(?:1[5-9]|20)\\d\\d(?:\\s\\p{L}{3}\\.?(?:\\s\\d{1,2})?)?\\s*;\\s*"
                    + "(?<v>\\d{1,4})?(?:\\((?<i>[^()]{1,12})\\))?(?::\\s*(?<p>" + PAGES + "))?"),
            // 12(3), 45-67
            Pattern.compile("[,\\s](?<v>[A-Z]?\\d{1,4})\\s*\\((?!(?:1[5-9]|20)\\d\\d\\))(?<i>[^()]{1,12})\\)" + YEAR_TAIL
                    + "(?:\\s*[,:]\\s*(?<p>" + PAGES + "))?"),
            // 12, 3 (2015), 45-67
            Pattern.compile("[,\\s](?<v>[A-Z]?\\d{1,4}),\\s*(?<i>\\d{1,4})\\s*\\([^()]{0,20}(?:1[5-9]|20)\\d\\d\\)"
                    + "(?:\\s*[,:]\\s*(?<p>" + PAGES + "))?"),
            // 12 (2015), 45-67 and 12: 45-67 and 12, 45-67
            Pattern.compile("[,\\s](?<v>[A-Z]?\\d{1,4})" + YEAR_TAIL + "\\s*[,:]\\s*(?<p>" + PAGES + ")(?<i>)"),
            Pattern.compile("[,\\s](?<v>(?!(?:1[5-9]|20)\\d\\d)[A-Z]?\\d{1,4})(?=\\s*(?:\\(|,?\\s*$|\\.))(?<i>)(?<p>)"));
    private static final Pattern CONFERENCE = Pattern.compile("(?i)^\\s*in:?\\s|\\bproc(?:eedings|\\.)?\\b|\\bconference\\b|\\bsymposium\\b|\\bworkshop\\b");
    private static final Pattern THESIS = Pattern.compile("(?i)\\b(?:ph\\.?\\s?d\\.?|master'?s?|doctoral|m\\.?sc\\.?)\\s+(?:thesis|dissertation)\\b");
    private static final Pattern VENUE_END = Pattern.compile("[,;:]?\\s*(?:\\(?(?:1[5-9]|20)\\d\\d\\b|\\bvol\\b|\\bno\\.|\\bpp?\\.|\\(eds?\\.|\\bpages\\b|\\d+\\s*[(,:]|\\d+\\s*$|$)");
    /** A publisher behind a book or conference. */
    private static final Pattern PUBLISHER = Pattern.compile("\\.\\s+(?=\\p{Lu}[\\p{L} ]{3,40}[.,]?\\s*$)");

    private final Reference.Builder reference;
    private final Map<Part, Double> confidence;

    VenueReader(Reference.Builder reference, Map<Part, Double> confidence) {
        this.reference = reference;
        this.confidence = confidence;
    }

    /** Reads it into the reference, and tells what kind of work it is. */
    WorkType read(String rest, String title) {
        String text = rest.strip();
        boolean conference = CONFERENCE.matcher(text).find();
        boolean marked = marked(text);
        int numbers = text.length();
        boolean volume = false;
        if (!marked || !confidence.containsKey(Part.VOLUME) && !confidence.containsKey(Part.PAGES)) {
            for (Pattern pattern : NUMBERS) {
                Matcher matcher = pattern.matcher(text);
                if (matcher.find()) {
                    put(Part.VOLUME, WorkField.VOLUME, matcher.group("v"), 0.85);
                    put(Part.ISSUE, WorkField.ISSUE, matcher.group("i"), 0.85);
                    put(Part.PAGES, WorkField.PAGES, matcher.group("p"), 0.85);
                    numbers = matcher.start();
                    volume = true;
                    break;
                }
            }
        }
        String head = text.substring(0, numbers);
        Matcher end = VENUE_END.matcher(head);
        Matcher publisher = PUBLISHER.matcher(head);
        if (!volume && !confidence.containsKey(Part.VOLUME) && publisher.find()) {
            head = head.substring(0, publisher.start());
            end = VENUE_END.matcher(head);
        }
        String venue = (end.find(Math.min(2, head.length())) ? head.substring(0, end.start()) : head)
                .replaceFirst("(?i)^in:?\\s+", "").strip().replaceAll("[,;:(]+$", "").replaceFirst("^[.,\\s]+", "").strip();
        venue = venue.matches(".*\\p{L}{3,}\\.") && venue.indexOf('.') == venue.length() - 1 ? venue.substring(0, venue.length() - 1) : venue;
        boolean thesis = THESIS.matcher(text).find();
        if (!venue.isEmpty() && venue.codePoints().anyMatch(Character::isLetter) && !thesis) {
            reference.venue(venue);
            confidence.put(Part.VENUE, volume || marked ? 0.85 : conference ? 0.7 : 0.5);
        }
        if (thesis) {
            String school = THESIS.matcher(text).replaceAll("").replaceAll("[\\[\\](),.]+", " ").replaceAll("\\b(?:1[5-9]|20)\\d\\d\\b", "");
            reference.field(WorkField.INSTITUTION, school.strip());
            return WorkType.THESIS;
        }
        if (confidence.containsKey(Part.EPRINT) && !volume) {
            return WorkType.PREPRINT;
        }
        if (conference) {
            return WorkType.CONFERENCE_PAPER;
        }
        boolean inJournal = confidence.containsKey(Part.VOLUME) || confidence.containsKey(Part.PAGES);
        return inJournal ? WorkType.ARTICLE : title.isEmpty() ? WorkType.OTHER : WorkType.BOOK;
    }

    private boolean marked(String text) {
        Matcher volume = MARKED_VOLUME.matcher(text);
        Matcher issue = MARKED_ISSUE.matcher(text);
        Matcher pages = MARKED_PAGES.matcher(text);
        boolean any = false;
        if (volume.find()) {
            put(Part.VOLUME, WorkField.VOLUME, volume.group(1), 0.95);
            any = true;
        }
        if (issue.find()) {
            put(Part.ISSUE, WorkField.ISSUE, issue.group(1), 0.95);
            if (!any) {
                // Chicago: Journal 12, no. 3 (2015): 45-67
                Matcher before = Pattern.compile("\\s([A-Z]?\\d{1,4})\\s*$").matcher(text.substring(0, issue.start()));
                Matcher behind = Pattern.compile("^[^:]{0,24}:\\s*" + PAGES).matcher(text.substring(issue.end()));
                put(Part.VOLUME, WorkField.VOLUME, before.find() ? before.group(1) : "", 0.9);
                put(Part.PAGES, WorkField.PAGES, behind.find() ? behind.group(1) : "", 0.9);
            }
            any = true;
        }
        if (pages.find()) {
            put(Part.PAGES, WorkField.PAGES, pages.group(1) == null ? pages.group(2) : pages.group(1), 0.95);
            any = true;
        }
        return any;
    }

    private void put(Part part, WorkField field, @Nullable String value, double sure) {
        if (value != null && !value.isBlank()) {
            reference.field(field, value.replaceAll("\\s*[-–—]+\\s*", "-"));
            confidence.put(part, sure);
        }
    }
}
