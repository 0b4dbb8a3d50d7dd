package org.scholion.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceMap;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure;
import org.scholion.text.Revision;
import org.scholion.text.TextRange;

/** Sentences of learners and how four people corrected each (JFLEG, Napoles et al. 2017). */
final class Learners {

    private static final int PEOPLE = 4;

    private final List<String> sources;
    private final List<List<String>> references = new ArrayList<>();

    /** Corrects one sentence. */
    @FunctionalInterface
    interface Correction {
        String of(String sentence) throws Exception;
    }

    /** @param folder with {@code dev.src} and {@code dev.ref0} to {@code dev.ref3} */
    Learners(Path folder, int atMost) throws IOException {
        sources = lines(folder.resolve("dev.src"), atMost);
        List<List<String>> byPerson = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            byPerson.add(lines(folder.resolve("dev.ref" + person), atMost));
        }
        for (int i = 0; i < sources.size(); i++) {
            int sentence = i;
            references.add(byPerson.stream().map(lines -> lines.get(sentence)).toList());
        }
    }

    /** The score of the sentences as they are, and how many come back as they were when they are written out and taken apart again. */
    Map<String, Object> untouched() {
        List<String> back = sources.stream().map(source -> Tokens.split(Tokens.join(source))).toList();
        int same = 0;
        for (int i = 0; i < back.size(); i++) {
            if (back.get(i).equals(sources.get(i))) {
                same++;
            } else {
                System.err.printf("tokens: %s%n     -> %s%n", sources.get(i), back.get(i));
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sentences", sources.size());
        json.put("backUnchanged", same);
        json.put("gleuOfSource", Gleu.of(sources, sources, references));
        json.put("gleuOfBack", Gleu.of(sources, back, references));
        return json;
    }

    /** The score of a correction, and how many sentences it changes. */
    Map<String, Object> score(Correction correction) throws Exception {
        List<String> corrected = new ArrayList<>();
        int changed = 0;
        for (String source : sources) {
            String sentence = Tokens.join(source);
            String result = correction.of(sentence).replaceAll("[\\r\\n]+", " ");
            changed += result.equals(sentence) ? 0 : 1;
            corrected.add(Tokens.split(result));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("gleu", Gleu.of(sources, corrected, references));
        json.put("sentencesChanged", changed);
        return json;
    }

    /** A paragraph of one sentence in a file that need not exist, as the command line reads text without markup. */
    static Manuscript manuscript(String sentence) {
        SourceUnit unit = new SourceUnit.TextFile(Path.of("sentence.txt"));
        SourceRange all = new SourceRange(unit, new TextRange(0, sentence.length()));
        Prose prose = new Prose(sentence, List.of(), List.of(), SourceMap.builder().verbatim(all).build());
        return new Manuscript(
                unit,
                "text",
                "und",
                List.of(new SourceText(unit, sentence, StandardCharsets.UTF_8, false, Revision.DISK)),
                List.of(new Block(BlockKind.PARAGRAPH, 0, prose, "und", all)),
                Structure.EMPTY,
                List.of(),
                List.of(),
                Manuscript.Notation.PLAIN);
    }

    private static List<String> lines(Path file, int atMost) throws IOException {
        return Files.readAllLines(file).stream().limit(atMost).map(line -> line.strip().replaceAll("\\s+", " ")).toList();
    }
}
