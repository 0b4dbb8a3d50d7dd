package org.scholion.assist.internal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.scholion.assist.BlockFinding;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.Prose.Passage;

/**
 * What assistants said about blocks. It forgets what was not asked for longest, as soon as the texts that it remembers are longer
 * than its limit. Thread-safe.
 */
final class BlockCache {

    /** About 300,000 words: ten theses in German with one assistant, or a long book with several. */
    static final int DEFAULT_LIMIT = 2_000_000;

    /** All that a block assistant may look at. */
    record Content(String text, List<Placeholder> placeholders, List<Passage> passages, BlockKind kind, String language) {
        static Content of(Block block, String language) {
            return new Content(
                    block.prose().text(), block.prose().placeholders(), block.prose().passages(), block.kind(), language);
        }
    }

    /** A question that was asked: the number of the assistant, the block and the settings that count. */
    record Question(int assistant, Content content, Set<String> rulesOff, Set<String> rulesOn) {}

    /** The answer, and those of its findings that were completed. */
    record Answer(List<BlockFinding> findings, Map<BlockFinding, BlockFinding> completed) {
        Answer(List<BlockFinding> findings) {
            this(List.copyOf(findings), new ConcurrentHashMap<>());
        }
    }

    private final int limit;
    private final Map<Question, Answer> answers = new LinkedHashMap<>(256, 0.75f, true);
    private int characters;

    /** @param limit how many characters of text are remembered; an assistant's answer counts the text once */
    BlockCache(int limit) {
        this.limit = limit;
    }

    synchronized Optional<Answer> find(Question question) {
        return Optional.ofNullable(answers.get(question));
    }

    synchronized void remember(Question question, Answer answer) {
        if (answers.put(question, answer) == null) {
            characters += question.content().text().length();
        }
        Iterator<Question> oldest = answers.keySet().iterator();
        while (characters > limit && oldest.hasNext()) {
            characters -= oldest.next().content().text().length();
            oldest.remove();
        }
    }

    synchronized int characters() {
        return characters;
    }
}
