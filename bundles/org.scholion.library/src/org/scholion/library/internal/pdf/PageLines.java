package org.scholion.library.internal.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.library.internal.pdf.PdfFile.Stop;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Collects the lines of the pages of a document, in the order of the file. Not thread-safe. */
@NonNullByDefault({})
final class PageLines extends PDFTextStripper {

    private static final int MOST_LETTERS_OF_A_PAGE = 400_000;
    private static final int MOST_LETTERS = 20_000_000;

    /** Words of a line that are further apart than this, in sizes of their letters, belong to two columns. */
    private static final float GAP = 1.6f;

    /** How fonts are called; those of LaTeX end in {@code BX12} and the like. */
    private static final Pattern BOLD = Pattern.compile("Bold|Black|Heavy|-Demi|CMBX|SFBX|-Medi|BX\\d|\\.B$", Pattern.CASE_INSENSITIVE);

    private final CancelToken cancel;
    private final long end;
    private final List<List<TextLine>> pages = new ArrayList<>();
    private final List<Integer> damaged = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private List<TextLine> lines = new ArrayList<>();
    private float left;
    private float right;
    private float baseline;
    private float size;
    private boolean bold;
    private boolean turned;
    private boolean stopped;
    private int lettersOfPage;
    private int letters;

    private PageLines(int pages, long seconds, CancelToken cancel) {
        this.cancel = cancel;
        end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        setEndPage(pages);
        setShouldSeparateByBeads(false);
        setSuppressDuplicateOverlappingText(true);
    }

    /**
     * Reads the lines of the first pages.
     *
     * @param seconds after which it ends with what it has
     */
    static PageLines read(PDDocument document, int pages, long seconds, CancelToken cancel) throws IOException, CancelledException {
        PageLines lines = new PageLines(pages, seconds, cancel);
        try {
            lines.writeText(document, Writer.nullWriter());
            lines.fill(Math.min(pages, lines.getCurrentPageNo() - 1));
        } catch (Stop stop) {
            cancel.check();
            lines.stopped = true;
        }
        return lines;
    }

    /** One list a page. */
    List<List<TextLine>> pages() {
        return pages;
    }

    /** The numbers of pages that could not be read to the end; 1-based. */
    List<Integer> damaged() {
        return damaged;
    }

    /** Whether it ended at a limit. */
    boolean stopped() {
        return stopped;
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        if (getCurrentPageNo() > getEndPage()) {
            throw new Stop();
        }
        lines = new ArrayList<>();
        text.setLength(0);
        lettersOfPage = 0;
        try {
            super.processPage(page);
        } catch (Stop stop) {
            throw stop;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            damaged.add(getCurrentPageNo());
        }
        close();
        fill(getCurrentPageNo() - 1);
        pages.add(lines);
    }

    /** Pages without contents are passed over, but they count. */
    private void fill(int count) {
        while (pages.size() < count) {
            pages.add(List.of());
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (cancel.isCancelled() || System.nanoTime() > end) {
            throw new Stop();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        if (++letters > MOST_LETTERS) {
            throw new Stop();
        }
        if (++lettersOfPage <= MOST_LETTERS_OF_A_PAGE) {
            super.processTextPosition(position);
        }
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) {
        if (positions.isEmpty() || word.isBlank()) {
            return;
        }
        TextPosition first = positions.getFirst();
        TextPosition last = positions.getLast();
        float height = first.getYScale();
        if (!text.isEmpty() && first.getXDirAdj() - right > GAP * Math.max(height, size)) {
            close();
        }
        if (text.isEmpty()) {
            left = first.getXDirAdj();
            baseline = first.getYDirAdj();
            size = height;
            turned = first.getDir() != 0;
            bold = true;
        } else if (!Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.append(' ');
        }
        if (word.length() > 2) {
            size = Math.max(size, height);
        }
        text.append(withSpaceBeforeRaised(word, positions));
        bold &= isBold(first);
        right = last.getXDirAdj() + last.getWidthDirAdj();
    }

    /** A mark behind a word, such as that of a note, is no part of it. */
    private static String withSpaceBeforeRaised(String word, List<TextPosition> positions) {
        TextPosition first = positions.getFirst();
        int length = 0;
        for (TextPosition position : positions) {
            boolean raised = position.getYScale() < 0.85f * first.getYScale() && position.getYDirAdj() < first.getYDirAdj() - 0.1f * first.getYScale();
            if (raised) {
                boolean fits = length > 1 && length < word.length() && Character.isLetter(word.charAt(length - 1));
                return fits ? word.substring(0, length) + " " + word.substring(length) : word;
            }
            length += position.getUnicode().length();
        }
        return word;
    }

    private static boolean isBold(TextPosition position) {
        String name = position.getFont() == null ? null : position.getFont().getName();
        return name != null && BOLD.matcher(name).find();
    }

    @Override
    protected void writeWordSeparator() {
        // words are put together with their places
    }

    @Override
    protected void writeLineSeparator() {
        close();
    }

    private void close() {
        String line = text.toString().replaceAll("[\\s\\p{Zs}\\p{Cc}]+", " ").strip();
        if (!line.isEmpty()) {
            TextLine before = lines.isEmpty() ? null : lines.getLast();
            if (turned && before != null && before.turned() && Math.abs(before.baseline() - baseline) < 1 && left > before.right() - 1) {
                // what is turned comes letter by letter
                lines.removeLast();
                line = before.text() + (left - before.right() > 0.15f * size ? " " : "") + line;
                left = before.left();
            }
            lines.add(new TextLine(line, left, right, baseline, size, bold, turned));
        }
        text.setLength(0);
    }
}
