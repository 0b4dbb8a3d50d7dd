package org.scholion.evaluation;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.EditProjection;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptException;
import org.scholion.manuscript.ManuscriptWriter.Mode;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.word.internal.WordReader;
import org.scholion.manuscript.word.internal.write.WordWriter;
import org.scholion.text.CancelToken;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;

/**
 * Changes words of documents, so that another program can look at the changes.
 *
 * <p>Arguments: a folder with documents; a folder for the results; names of documents, all where there is none. For each document there
 * is a folder afterwards with {@code original.docx}, {@code tracked.docx}, {@code plain.docx} and {@code expected.json}: the texts of the
 * paragraphs with a change, as they are to be when the changes are accepted. {@code documents.json} names them, and why others are missing.
 */
public final class WordEdits {

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
    private static final Pattern HEADER = Pattern.compile("/(header|footer)\\d*\\.xml$");
    /** One block out of so many is changed. */
    private static final int EACH = 4;

    private final WordReader reader = new WordReader();
    private final WordWriter writer = new WordWriter();

    private WordEdits() {}

    public static void main(String[] arguments) throws Exception {
        Path documents = Path.of(arguments[0]);
        Path results = Path.of(arguments[1]);
        Set<String> wanted = Set.copyOf(List.of(arguments).subList(2, arguments.length));
        Map<String, String> states = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(documents)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".docx")).sorted().toList()) {
                String name = file.getFileName().toString();
                if (wanted.isEmpty() || wanted.contains(name)) {
                    states.put(name, new WordEdits().change(file, results.resolve(name)));
                }
            }
        }
        write(results.resolve("documents.json"), states);
    }

    /** What happened: the number of changes, or why there is none. */
    private String change(Path file, Path folder) throws Exception {
        try {
            Manuscript manuscript = reader.read(file, OpenTexts.NONE, CancelToken.NEVER);
            List<SourceEdit> edits = edits(manuscript, new Random(file.getFileName().toString().hashCode()));
            if (edits.isEmpty()) {
                return "nothing to change";
            }
            Files.createDirectories(folder);
            writer.write(manuscript, edits, Optional.of(folder.resolve("tracked.docx")), Mode.TRACKED_CHANGES, CancelToken.NEVER);
            writer.write(manuscript, edits, Optional.of(folder.resolve("plain.docx")), Mode.PLAIN, CancelToken.NEVER);
            Files.copy(file, folder.resolve("original.docx"));
            write(folder.resolve("expected.json"), corrected(manuscript, edits));
            return String.valueOf(edits.size());
        } catch (ManuscriptException refused) {
            return "refused: " + refused.getMessage().replace(file.toString(), file.getFileName().toString());
        }
    }

    /** A word becomes a longer, a shorter or another one, or goes with the space behind it. */
    private static List<SourceEdit> edits(Manuscript manuscript, Random random) {
        List<SourceEdit> edits = new ArrayList<>();
        for (Block block : manuscript.blocks()) {
            if (isHeader(block)) {
                continue;
            }
            String text = block.prose().text();
            Matcher words = WORD.matcher(text);
            if (random.nextInt(EACH) != 0 || text.isEmpty() || !words.find(random.nextInt(text.length()))) {
                continue;
            }
            String word = words.group();
            int kind = random.nextInt(4);
            boolean goes = kind == 0 && words.end() < text.length() && text.charAt(words.end()) == ' ';
            String changed = goes ? "" : switch (kind) {
                case 1 -> word.substring(1);
                case 2 -> word + " R&D <new>";
                default -> new StringBuilder(word).reverse().toString();
            };
            TextEdit edit = new TextEdit(new TextRange(words.start(), words.end() + (goes ? 1 : 0)), changed);
            EditProjection.project(block.prose(), edit, manuscript.notation()).ifPresent(edits::addAll);
        }
        return edits;
    }

    /** LibreOffice takes tracked changes in headers and footers for plain text. */
    private static boolean isHeader(Block block) {
        return block.range().unit() instanceof SourceUnit.WordParagraph(Path document, String part, int paragraph)
                && HEADER.matcher(part).find();
    }

    private static List<String> corrected(Manuscript manuscript, List<SourceEdit> edits) {
        List<String> texts = new ArrayList<>();
        for (SourceText source : manuscript.sources()) {
            List<TextEdit> own = edits.stream()
                    .filter(edit -> edit.range().unit().equals(source.unit()))
                    .map(edit -> new TextEdit(edit.range().range(), edit.replacement()))
                    .toList();
            if (!own.isEmpty()) {
                texts.add(new TextEdits(own).applyTo(source.text()));
            }
        }
        return texts;
    }

    private static void write(Path file, Object content) throws IOException {
        Files.writeString(file, new GsonBuilder().disableHtmlEscaping().create().toJson(content));
    }
}
