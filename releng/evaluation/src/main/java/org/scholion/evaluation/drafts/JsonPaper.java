package org.scholion.evaluation.drafts;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceMap;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure;
import org.scholion.text.Revision;
import org.scholion.text.TextRange;

/**
 * A paper of {@code abstract-dev}, {@code scisumm-dev} or {@code science-prose}, as a manuscript without its abstract. Where
 * there are no
 * headings, the first part stands under "Introduction", and the last two paragraphs under "Conclusion".
 */
public final class JsonPaper {

    private static final Pattern MARK = Pattern.compile("\\[(CITE|OTHER|REF|MATH)]|<(cite|ref|math|code|url)>|\\$[^$\\s][^$]{0,200}\\$");
    private static final Pattern PARAGRAPH_END = Pattern.compile("\\n\\s*\\n|\\n(?=\\p{Lu})");
    private static final double INTRODUCTION = 0.15;
    private static final int SECTION = 2;

    private final JsonObject json;
    private final StringBuilder source = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final SourceUnit unit;

    private JsonPaper(JsonObject json, String name) {
        this.json = json;
        this.unit = new SourceUnit.TextFile(Path.of(name + ".txt"));
    }

    public static Manuscript read(JsonObject json, String name) {
        return new JsonPaper(json, name).manuscript();
    }

    private Manuscript manuscript() {
        add(BlockKind.TITLE, 0, json.get("title").getAsString());
        if (json.has("sections")) {
            for (JsonElement element : json.getAsJsonArray("sections")) {
                JsonObject section = element.getAsJsonObject();
                add(BlockKind.HEADING, level(section), section.get("heading").getAsString());
                for (String paragraph : PARAGRAPH_END.split(section.get("text").getAsString())) {
                    add(BlockKind.PARAGRAPH, 0, paragraph);
                }
            }
        } else {
            addParagraphs();
        }
        SourceText text = new SourceText(unit, source.toString(), StandardCharsets.UTF_8, false, Revision.DISK);
        return new Manuscript(
                unit, "text", "en", List.of(text), blocks, Structure.EMPTY, List.of(), List.of(), Manuscript.Notation.PLAIN);
    }

    private void addParagraphs() {
        int count = json.getAsJsonArray("paras").size();
        int introduction = Math.max(1, (int) (count * INTRODUCTION));
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                add(BlockKind.HEADING, SECTION, "Introduction");
            } else if (i == count - 2) {
                add(BlockKind.HEADING, SECTION, "Conclusion");
            } else if (i == introduction) {
                add(BlockKind.HEADING, SECTION, "Body");
            }
            add(BlockKind.PARAGRAPH, 0, json.getAsJsonArray("paras").get(i).getAsString());
        }
    }

    private static int level(JsonObject section) {
        String level = section.has("level") ? section.get("level").getAsString() : "section";
        return switch (level) {
            case "part" -> 0;
            case "chapter" -> 1;
            case "section", "1", "2" -> SECTION;
            default -> SECTION + 1;
        };
    }

    private void add(BlockKind kind, int level, String raw) {
        String text = raw.replaceAll("\\s+", " ").strip();
        if (text.isEmpty()) {
            return;
        }
        int start = source.length();
        source.append(text).append("\n\n");
        StringBuilder prose = new StringBuilder();
        List<Placeholder> placeholders = new ArrayList<>();
        SourceMap.Builder map = SourceMap.builder();
        Matcher mark = MARK.matcher(text);
        int done = 0;
        while (mark.find()) {
            if (mark.start() > done) {
                prose.append(text, done, mark.start());
                map.verbatim(new SourceRange(unit, new TextRange(start + done, start + mark.start())));
            }
            PlaceholderKind what = kind(mark.group());
            Placeholder.Role role = what == PlaceholderKind.CITATION ? Placeholder.Role.PARENTHESIS : Placeholder.Role.NOUN;
            placeholders.add(new Placeholder(prose.length(), what, role, mark.group()));
            prose.append(Prose.PLACEHOLDER);
            map.notation(1, new SourceRange(unit, new TextRange(start + mark.start(), start + mark.end())));
            done = mark.end();
        }
        if (done < text.length()) {
            prose.append(text, done, text.length());
            map.verbatim(new SourceRange(unit, new TextRange(start + done, start + text.length())));
        }
        SourceRange range = new SourceRange(unit, new TextRange(start, start + text.length()));
        blocks.add(new Block(kind, level, new Prose(prose.toString(), placeholders, List.of(), map.build()), "en", range));
    }

    private static PlaceholderKind kind(String mark) {
        return switch (mark) {
            case "[CITE]", "[OTHER]", "<cite>" -> PlaceholderKind.CITATION;
            case "[REF]", "<ref>" -> PlaceholderKind.CROSS_REFERENCE;
            case "<code>" -> PlaceholderKind.CODE;
            case "<url>" -> PlaceholderKind.URL;
            default -> PlaceholderKind.INLINE_MATH;
        };
    }
}
