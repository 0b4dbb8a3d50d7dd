package org.scholion.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.assist.language.internal.languagetool.LanguageToolDictionary;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.EditProjection;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.Prose.Passage;
import org.scholion.manuscript.SourceEdit;
import org.scholion.text.TextEdit;
import org.scholion.text.TextRange;

/**
 * Chooses where in papers which errors are made: at most one in a paragraph, never in quotations, emphasised words, placeholders,
 * words with capitals or digits, headings. For each error a way to make it is drawn first and then a place, so that frequent words do
 * not crowd out the others.
 */
final class Planter {

    private static final int LEAST_WORDS = 12;
    private static final int TRIES = 4;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern QUOTED =
            Pattern.compile("[\"\u201C\u201E\u00AB].*?[\"\u201D\u00BB]|(?<!\\p{L})[\u2018'].*?[\u2019'](?!\\p{L})");

    private final List<Place> places = new ArrayList<>();
    private final Set<Place> taken = new HashSet<>();
    private final LanguageToolDictionary dictionary = new LanguageToolDictionary();
    private final Random random;
    private final Misspeller misspeller;

    /** A paragraph. */
    private record Place(Paper paper, int block) {
        Prose prose() {
            return paper.manuscript().blocks().get(block).prose();
        }
    }

    Planter(List<Paper> papers, long seed) {
        random = new Random(seed);
        misspeller = new Misspeller(random);
        for (Paper paper : papers) {
            List<Block> blocks = paper.manuscript().blocks();
            for (int i = 0; i < blocks.size(); i++) {
                if (isEligible(blocks.get(i), paper.manuscript())) {
                    places.add(new Place(paper, i));
                }
            }
        }
        Collections.shuffle(places, random);
    }

    private static boolean isEligible(Block block, Manuscript manuscript) {
        boolean text =
                switch (block.kind()) {
                    case ABSTRACT, PARAGRAPH, LIST_ITEM, FOOTNOTE -> true;
                    case TITLE, AUTHOR, KEYWORDS, HEADING, QUOTATION, CAPTION, TABLE_CELL, EQUATION, LISTING, BIBLIOGRAPHY -> false;
                };
        String language = block.language().equals("und") ? manuscript.language() : block.language();
        boolean english = language.equals("und") || language.startsWith("en");
        return text && english && block.prose().text().split(" ").length >= LEAST_WORDS;
    }

    /** Draws the errors; fewer of a kind where there are no more places for it. */
    Map<Paper, List<Planted>> plant(PlantedKinds kinds, int total) {
        Map<Paper, List<Planted>> planted = new LinkedHashMap<>();
        kinds.counts(total).forEach((kind, count) -> {
            List<Integer> open = new ArrayList<>();
            for (int i = 0; i < Math.max(1, kinds.recipes(kind).size()); i++) {
                open.add(i);
            }
            for (int made = 0; made < count && !open.isEmpty();) {
                Integer recipe = open.get(random.nextInt(open.size()));
                if (plantOne(kinds, kind, recipe, planted)) {
                    made++;
                } else {
                    open.remove(recipe);
                }
            }
        });
        return planted;
    }

    private boolean plantOne(PlantedKinds kinds, PlantedKinds.Kind kind, int recipe, Map<Paper, List<Planted>> planted) {
        int first = random.nextInt(places.size());
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get((first + i) % places.size());
            if (!taken.contains(place)) {
                Optional<TextEdit> edit = edit(kinds, kind, recipe, place);
                if (edit.isPresent()) {
                    taken.add(place);
                    planted.computeIfAbsent(place.paper(), paper -> new ArrayList<>())
                            .add(new Planted(kind, place.block(), place.prose().text(), edit.get()));
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<TextEdit> edit(PlantedKinds kinds, PlantedKinds.Kind kind, int number, Place place) {
        String text = place.prose().text();
        if (kinds.recipes(kind).isEmpty()) {
            for (int i = 0; i < TRIES; i++) {
                Optional<TextEdit> edit = misspeller.edit(kind.name(), text).map(whole -> whole.minimal(text));
                if (edit.isPresent() && isPossible(place, edit.get(), kind.words())) {
                    return edit;
                }
            }
            return Optional.empty();
        }
        PlantedKinds.Recipe recipe = kinds.recipes(kind).get(number);
        List<TextEdit> edits = new ArrayList<>();
        Matcher matcher = recipe.pattern().matcher(text);
        while (matcher.find()) {
            String replacement = recipe.replacements().get(random.nextInt(recipe.replacements().size()));
            for (int group = matcher.groupCount(); group >= 0; group--) {
                String part = matcher.group(group);
                replacement = replacement.replace("$" + group, part == null ? "" : part);
            }
            edits.add(new TextEdit(new TextRange(matcher.start(1), matcher.end(1)), replacement).minimal(text));
        }
        Collections.shuffle(edits, random);
        return edits.stream().filter(edit -> isPossible(place, edit, recipe.words())).findFirst();
    }

    private boolean isPossible(Place place, TextEdit edit, PlantedKinds.Words words) {
        Prose prose = place.prose();
        String text = prose.text();
        TextRange touched = touched(text, edit);
        String before = touched.of(text);
        String after = text.substring(touched.start(), edit.range().start())
                + edit.replacement()
                + text.substring(edit.range().end(), touched.end());
        boolean plain = (before + after).chars().noneMatch(c -> Character.isUpperCase(c) || Character.isDigit(c) || c == '@' || c == '_');
        return !before.equals(after)
                && plain
                && !prose.hasPlaceholder(touched)
                && prose.passages().stream().noneMatch(passage -> isApart(passage) && meets(passage.range(), touched))
                && QUOTED.matcher(text).results().noneMatch(quote -> meets(new TextRange(quote.start(), quote.end()), touched))
                && areAsWanted(before, after, words)
                && isOneChange(place, edit);
    }

    /** The changed words in full; of a change between words only what is changed. */
    private static TextRange touched(String text, TextEdit edit) {
        int start = edit.range().start();
        int end = edit.range().end();
        String changed = edit.range().of(text) + edit.replacement();
        boolean word = changed.chars().anyMatch(Character::isLetter);
        boolean joint = isInWord(text, start - 1) && isInWord(text, end);
        while ((word || joint) && isInWord(text, start - 1)) {
            start--;
        }
        while ((word || joint) && isInWord(text, end)) {
            end++;
        }
        return new TextRange(start, end);
    }

    private static boolean isInWord(String text, int at) {
        return at >= 0 && at < text.length() && !Character.isWhitespace(text.charAt(at)) && ",.;:()".indexOf(text.charAt(at)) < 0;
    }

    private static boolean isApart(Passage passage) {
        return switch (passage.kind()) {
            case LANGUAGE, QUOTATION, EMPHASIS, UNCHECKED -> true;
        };
    }

    private static boolean meets(TextRange one, TextRange other) {
        return one.start() <= other.end() && other.start() <= one.end();
    }

    private boolean areAsWanted(String before, String after, PlantedKinds.Words wanted) {
        return switch (wanted) {
            case KNOWN -> areKnown(before) && areKnown(after);
            case UNKNOWN -> areKnown(before) && !areKnown(after);
            case ANY -> true;
        };
    }

    private boolean areKnown(String text) {
        return WORD.matcher(text).results().allMatch(word -> dictionary.knows("en-US", word.group()));
    }

    private static boolean isOneChange(Place place, TextEdit edit) {
        Optional<List<SourceEdit>> edits = EditProjection.project(place.prose(), edit, place.paper().manuscript().notation());
        return edits.isPresent() && edits.get().size() == 1;
    }
}
