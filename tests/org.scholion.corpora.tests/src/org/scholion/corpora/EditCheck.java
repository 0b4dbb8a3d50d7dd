package org.scholion.corpora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.EditProjection;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.ManuscriptWriter;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.SourceEdit;
import org.scholion.manuscript.SourceText;
import org.scholion.text.CancelToken;
import org.scholion.text.TextEdit;
import org.scholion.text.TextEdits;
import org.scholion.text.TextRange;

/** Proves that an edit of the prose, written and read again, gives the edited prose and changes nothing else. */
final class EditCheck {

    private static final String[] REPLACEMENTS = {
        "changed", "of the", "5% more", "R&D", "snake_case", "na\u00efve", "x\u2014y", "caf\u00e9", "\u201cso-called\u201d", "it's", "1\u20132", "C#", "$7",
        "a^b", "{c}", "~10", "\\d"
    };
    private static final int EDITED_BLOCKS = 40;
    private static final int EDITS_IN_BLOCK = 3;

    private final ManuscriptReader reader;
    private final ManuscriptWriter writer;

    EditCheck(ManuscriptReader reader, ManuscriptWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /**
     * Edits a copy of a paper at random places.
     *
     * @param folder empty; gets the copy
     * @return the number of edits
     */
    int check(Manuscript original, Path folder, long seed) throws Exception {
        Path root = copy(original, folder);
        Manuscript before = reader.read(root, OpenTexts.NONE, CancelToken.NEVER);
        List<String> expected = new ArrayList<>(before.blocks().stream().map(block -> block.prose().text()).toList());
        List<SourceEdit> edits = choose(before, expected, new Random(seed));
        Map<Path, String> texts = new HashMap<>();
        before.sources().forEach(source -> texts.put(source.unit().path(), source.text()));
        List<Path> written = writer.write(before, edits, Optional.empty(), ManuscriptWriter.Mode.PLAIN, CancelToken.NEVER);
        assertEquals(edits.stream().map(edit -> edit.range().unit().path()).distinct().count(), written.size());
        Manuscript after = reader.read(root, OpenTexts.NONE, CancelToken.NEVER);
        List<String> found = after.blocks().stream().map(block -> block.prose().text()).toList();
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            assertSame(expected.get(i), found.get(i), seed);
        }
        assertEquals(expected.size(), found.size(), "seed " + seed);
        onlyTheEdits(after, edits, texts);
        return edits.size();
    }

    private static void assertSame(String expected, String found, long seed) {
        if (!expected.equals(found)) {
            int at = 0;
            while (at < Math.min(expected.length(), found.length()) && expected.charAt(at) == found.charAt(at)) {
                at++;
            }
            int from = Math.max(0, at - 40);
            fail("seed " + seed + ": expected …" + expected.substring(from, Math.min(expected.length(), at + 40)) + "… but read …"
                    + found.substring(from, Math.min(found.length(), at + 40)) + '…');
        }
    }

    private static List<SourceEdit> choose(Manuscript manuscript, List<String> expected, Random random) {
        List<SourceEdit> edits = new ArrayList<>();
        for (int n = 0; n < EDITED_BLOCKS; n++) {
            int index = random.nextInt(manuscript.blocks().size());
            Block block = manuscript.blocks().get(index);
            String text = block.prose().text();
            if (text.length() < 20 || !expected.get(index).equals(text)) {
                continue;
            }
            List<TextEdit> accepted = new ArrayList<>();
            for (int k = 0; k < EDITS_IN_BLOCK; k++) {
                Optional<TextEdit> edit = word(text, random, accepted);
                if (edit.isEmpty()) {
                    continue;
                }
                Optional<List<SourceEdit>> projected = EditProjection.project(block.prose(), edit.get(), manuscript.notation());
                if (projected.isPresent() && free(projected.get(), edits)) {
                    edits.addAll(projected.get());
                    accepted.add(edit.get());
                }
            }
            expected.set(index, new TextEdits(accepted).applyTo(text));
        }
        return edits;
    }

    private static boolean free(List<SourceEdit> edits, List<SourceEdit> before) {
        for (SourceEdit edit : edits) {
            for (SourceEdit other : before) {
                boolean sameFile = edit.range().unit().equals(other.range().unit());
                if (sameFile && edit.range().range().start() <= other.range().range().end()
                        && other.range().range().start() <= edit.range().range().end()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Replaces a word, at times with what stands around it. */
    private static Optional<TextEdit> word(String text, Random random, List<TextEdit> before) {
        int at = random.nextInt(text.length());
        int start = at;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        if (end - start < 3 || start == 0) {
            return Optional.empty();
        }
        TextRange range = new TextRange(start, end);
        for (TextEdit other : before) {
            if (range.start() <= other.range().end() + 1 && other.range().start() <= range.end() + 1) {
                return Optional.empty();
            }
        }
        String replacement = REPLACEMENTS[random.nextInt(REPLACEMENTS.length)];
        return Optional.of(new TextEdit(range, replacement));
    }

    private static void onlyTheEdits(Manuscript after, List<SourceEdit> edits, Map<Path, String> texts) {
        for (SourceText source : after.sources()) {
            List<TextEdit> here = edits.stream()
                    .filter(edit -> edit.range().unit().equals(source.unit()))
                    .map(edit -> new TextEdit(edit.range().range(), edit.replacement()))
                    .toList();
            String before = texts.get(source.unit().path());
            assertEquals(new TextEdits(here).applyTo(before), source.text());
        }
    }

    private static Path copy(Manuscript manuscript, Path folder) throws IOException {
        Path common = manuscript.sources().stream()
                .map(source -> source.unit().path().getParent())
                .min(Comparator.comparingInt(Path::getNameCount))
                .orElseThrow();
        for (SourceText source : manuscript.sources()) {
            Path file = source.unit().path();
            Path target = folder.resolve(common.relativize(file)).normalize();
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return folder.resolve(common.relativize(manuscript.root().path())).toRealPath();
    }
}
