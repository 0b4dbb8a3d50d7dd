package org.scholion.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.scholion.assist.CheckRequest;
import org.scholion.assist.CheckService;
import org.scholion.assist.CheckSettings;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.OpenTexts.OpenText;
import org.scholion.manuscript.SourceMap.Origin;
import org.scholion.manuscript.SourceMap.Segment;
import org.scholion.manuscript.SourceUnit;
import org.scholion.text.CancelToken;
import org.scholion.text.Revision;

/**
 * Types words into random paragraphs of an open project and waits for the findings after each letter: the reader reads the whole
 * project anew, and the paragraph is judged anew. The pause that the editor waits for is not in the numbers.
 */
final class Typing {

    private static final String WORD = "recieved "; // wrong from the first letters on, so that findings come and go

    /** Times of one letter each: {@code read} the reader, {@code paragraph} until its findings are there, {@code paper} until all are. */
    record Times(int words, int letters, Quantiles.Millis read, Quantiles.Millis paragraph, Quantiles.Millis paper) {}

    private final ManuscriptReader reader;
    private final CheckService checks;
    private final Path root;
    private final Map<Path, OpenText> open = new HashMap<>();
    private final Quantiles read = new Quantiles();
    private final Quantiles paragraph = new Quantiles();
    private final Quantiles paper = new Quantiles();
    private long stamp;

    Typing(ManuscriptReader reader, CheckService checks, Path root) {
        this.reader = reader;
        this.checks = checks;
        this.root = root;
    }

    /** A paragraph and the place in it where the next word goes. */
    private record Spot(int blockIndex, SourceUnit unit, int offset) {}

    Times type(int words, int warmUpWords, long seed) throws Exception {
        Random random = new Random(seed);
        Manuscript manuscript = reader.read(root, openTexts(), CancelToken.NEVER);
        checks.check(CheckRequest.of(manuscript, CheckSettings.DEFAULT), CancelToken.NEVER);
        int paperWords = manuscript.wordCount();
        for (int i = 0; i < warmUpWords + words; i++) {
            Spot spot = randomSpot(manuscript, random);
            for (int letter = 0; letter < WORD.length(); letter++) {
                manuscript = typeLetter(manuscript, spot, letter, i >= warmUpWords);
            }
        }
        return new Times(paperWords, words * WORD.length(), read.millis(), paragraph.millis(), paper.millis());
    }

    private Manuscript typeLetter(Manuscript before, Spot spot, int letter, boolean counts) throws Exception {
        String text = before.source(spot.unit()).orElseThrow().text();
        int at = spot.offset() + letter;
        String typed = text.substring(0, at) + WORD.charAt(letter) + text.substring(at);
        open.put(spot.unit().path(), new OpenText(typed, new Revision(++stamp)));
        long start = System.nanoTime();
        Manuscript after = reader.read(root, openTexts(), CancelToken.NEVER);
        long wasRead = System.nanoTime();
        AtomicLong paragraphDone = new AtomicLong();
        CheckRequest request = new CheckRequest(
                after, CheckSettings.DEFAULT, List.of(spot.blockIndex()), Runnable::run, 1, progress -> {
                    if (progress.blockIndex() == spot.blockIndex()) {
                        paragraphDone.set(System.nanoTime());
                    }
                });
        checks.check(request, CancelToken.NEVER);
        long done = System.nanoTime();
        if (counts) {
            read.add(wasRead - start);
            paragraph.add((paragraphDone.get() == 0 ? done : paragraphDone.get()) - start);
            paper.add(done - start);
        }
        return after;
    }

    private OpenTexts openTexts() {
        Map<Path, OpenText> now = Map.copyOf(open);
        return path -> Optional.ofNullable(now.get(path));
    }

    private static Spot randomSpot(Manuscript manuscript, Random random) {
        List<Spot> spots = new ArrayList<>();
        IntStream.range(0, manuscript.blocks().size()).forEach(index -> {
            Block block = manuscript.blocks().get(index);
            if (block.kind() == BlockKind.PARAGRAPH) {
                block.prose().map().segments().stream()
                        .filter(segment -> segment.origin() == Origin.VERBATIM)
                        .findFirst()
                        .flatMap(segment -> afterFirstSpace(block, segment, index))
                        .ifPresent(spots::add);
            }
        });
        return spots.get(random.nextInt(spots.size()));
    }

    private static Optional<Spot> afterFirstSpace(Block block, Segment segment, int index) {
        int space = segment.prose().of(block.prose().text()).indexOf(' ');
        return space < 0
                ? Optional.empty()
                : Optional.of(new Spot(
                        index, segment.source().unit(), segment.source().range().start() + space + 1));
    }
}
